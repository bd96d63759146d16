// One rule per arrow of the house: what stands higher may use what stands lower, never the reverse.
const tests = "\\.test\\.tsx?$";

/** Files under `from` (a path or several) import nothing of `to`. */
const never = (name, from, to, { except, but } = {}) => ({
  name,
  severity: "error",
  from: { path: from, pathNot: [tests, ...(except ? [except] : [])] },
  to: { path: to, ...(but ? { pathNot: but } : {}) },
});

const frameworks = "node_modules/(next|react|react-dom|next-auth|next-intl)/";
const upper = "^(app|worker|components)/";

/** @type {import("dependency-cruiser").IConfiguration} */
const config = {
  forbidden: [
    never("lib-uses-nothing-of-ours", "^lib/", "^(app|worker|components|domain|db|documents)/"),
    never("db-uses-lib-alone", "^db/", `${upper}|^(domain|documents)/`, { except: "^db/seed/" }),
    never("domain-uses-db-and-lib", "^domain/", `${upper}|^documents/`),
    never("domain-knows-no-framework", "^domain/", frameworks),
    never(
      "rules-and-schema-know-no-database",
      "^domain/[^/]+/(rules|schema)\\.ts$",
      "^db/|node_modules/(drizzle-orm|pg|graphile-worker)/|^domain/[^/]+/(commands|queries)\\.ts$",
    ),
    never(
      "documents-use-queries-and-lib",
      "^documents/",
      `${upper}|^db/|^domain/[^/]+/commands\\.ts$`,
    ),
    never(
      "components-use-rules-schema-and-lib",
      "^components/",
      "^(app|worker|db|documents)/|^domain/[^/]+/(commands|queries)\\.ts$",
    ),
    never(
      "ui-uses-nothing-of-ours",
      "^components/ui/",
      "^(app|worker|components|domain|db|documents|lib)/",
      {
        but: "^components/ui/",
      },
    ),
    never("app-leaves-the-database-to-domain", "^app/", "^db/", { except: "^app/_server/" }),
    never("app-and-worker-are-strangers", "^app/", "^worker/"),
    never("worker-and-app-are-strangers", "^worker/", "^app/"),
    never("seed-is-for-scripts", "^(app|worker|components|domain|documents|lib)/", "^db/seed/"),
    never(
      "product-uses-no-tools",
      "^(app|worker|components|domain|db|documents|lib)/",
      "^(scripts|bench|e2e)/",
    ),
    {
      name: "no-circle",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-dead-end",
      comment: "next-auth/adapters is a file of types alone",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^next-auth/adapters$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: {
      path: "^(\\.next|\\.next-bench|\\.data|\\.cache|node_modules/\\.cache|test-results)|next-env\\.d\\.ts",
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "require", "node", "default"],
    },
  },
};

module.exports = config;
