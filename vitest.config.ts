import { defineConfig } from "vitest/config";

const conditions = ["react-server", "module", "node", "development|production"];

const base = {
  resolve: { conditions },
  ssr: { resolve: { conditions } },
};

const everywhere = "{app,bench,components,db,documents,domain,lib,messages,scripts,worker}/**";

/** Tests by what they need: nothing; a PostgreSQL; a production build, which they start. */
export default defineConfig({
  test: {
    projects: [
      {
        ...base,
        test: {
          name: "unit",
          include: [`${everywhere}/*.test.{ts,tsx}`],
          exclude: [`${everywhere}/*.{db,product}.test.ts`, "**/node_modules/**"],
          testTimeout: 30_000,
        },
      },
      {
        ...base,
        test: {
          name: "database",
          include: [`${everywhere}/*.db.test.ts`],
          exclude: ["**/node_modules/**"],
          globalSetup: "scripts/checks/template-database.ts",
          setupFiles: "scripts/checks/own-database.ts",
          pool: "forks",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...base,
        test: {
          name: "product",
          include: [`${everywhere}/*.product.test.ts`],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
