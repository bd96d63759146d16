import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

/** Addresses outside the language folders: they are served as they stand. */
const unlocalised =
  "api|_next|dev|logos|service-worker|en|lt|lv|favicon.ico|icon.svg|icons|robots.txt";

/** What the list of trips is filtered by. A filtered list is made per request; the whole list is cached. */
const filters = ["topic", "region", "project"];

/** Addresses whose answer may hold a person's data. */
const personal =
  "(?:(?:en|lt)/)?(?:api|me|organise|municipality|sign-in|sign-offs|withdrawals|invitations|calendars|certificates|registrations|badges|dev|trips/[^/]+/(?:registration|invited|check-in))(?:$|/)";

const permissions = ({ camera }: { camera: string }) => ({
  key: "Permissions-Policy",
  value: `camera=${camera}, geolocation=(), microphone=(), payment=()`,
});

/** For every answer. Content-Security-Policy is not here: two would both be enforced, and pages have theirs. */
const headersOfEverything = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // Not no-referrer: browsers would then send `Origin: null` with our own forms.
  { key: "Referrer-Policy", value: "same-origin" },
  permissions({ camera: "()" }),
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
];

/** `npm run bench` builds empty pages beside the real ones, as their floor, into a folder of its own. */
const bench = process.env.BENCH === "1";

const config: NextConfig = {
  // A form may carry a file of 20 MB, of those who are signed in (app/_server/large-bodies.ts); what is larger is said
  // beside its field. The file of a trip, of 60 MB, has a handler of its own that first asks who sends it.
  experimental: { serverActions: { bodySizeLimit: "24mb" }, proxyClientMaxBodySize: "24mb" },
  distDir: bench ? ".next-bench" : ".next",
  pageExtensions: [...(bench ? ["bench.tsx", "bench.ts"] : []), "tsx", "ts"],
  poweredByHeader: false,
  images: { unoptimized: true },
  // Of its own, so that a type error in a script or a test stops no `npm start`.
  typescript: { tsconfigPath: "tsconfig.next.json" },
  cacheHandler: fileURLToPath(new URL("lib/cache-handler/handler.ts", import.meta.url)),
  serverExternalPackages: [
    "@myriaddreamin/typst-ts-node-compiler",
    "@serwist/turbopack",
    "esbuild",
    "graphile-worker",
    "pino",
  ],
  // Latvian is the default and carries no prefix; the folder app/[locale] still sees it.
  async rewrites() {
    const filtered = filters.flatMap((key) => [
      { source: "/", has: [{ type: "query" as const, key }], destination: "/lv/search" },
      {
        source: "/:locale(en|lt)",
        has: [{ type: "query" as const, key }],
        destination: "/:locale/search",
      },
    ]);
    return {
      beforeFiles: [
        ...filtered,
        { source: "/", destination: "/lv" },
        { source: `/:path((?!(?:${unlocalised})(?:/|$)).*)`, destination: "/lv/:path" },
      ],
      // What is not there outside the language folders is not there in Latvian.
      afterFiles: [
        { source: "/:root(api|dev)/:path((?!(?:auth|files)/).*)", destination: "/lv/:root/:path" },
      ],
      fallback: [],
    };
  },
  async redirects() {
    return [
      { source: "/lv", destination: "/", permanent: true },
      { source: "/lv/:path*", destination: "/:path*", permanent: true },
    ];
  },
  async headers() {
    return [
      { source: "/:path*", headers: headersOfEverything },
      {
        source: "/:path*",
        has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
        headers: [
          { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
        ],
      },
      // Kept here until a fact changes, which nobody further out would hear of.
      {
        source: `/:path((?!_next/|fonts/|logos/|${personal}).*)`,
        headers: [{ key: "Cache-Control", value: "private, no-cache" }],
      },
      { source: `/:path(${personal}.*)`, headers: [{ key: "Cache-Control", value: "no-store" }] },
      // The only page that looks at codes through the camera.
      {
        source: "/:path((?:(?:en|lt)/)?organise/trips/[^/]+/roll-call)",
        headers: [permissions({ camera: "(self)" })],
      },
      // Shown in mails as well, which people read on pages of others.
      {
        source: "/logos/:path*",
        headers: [{ key: "Cross-Origin-Resource-Policy", value: "cross-origin" }],
      },
      // Compressed, by us or on the way, an event would wait for the next.
      {
        source: "/:path(.*/board/events)",
        headers: [{ key: "Cache-Control", value: "no-store, no-transform" }],
      },
    ];
  },
};

export default withNextIntl(config);
