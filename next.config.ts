import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

/** Addresses outside the language folders: they are served as they stand. */
const unlocalised = "api|_next|dev|en|lt|lv|favicon.ico|icon.svg|robots.txt";

const config: NextConfig = {
  poweredByHeader: false,
  images: { unoptimized: true },
  // Of its own, so that a type error in a script or a test stops no `npm start`.
  typescript: { tsconfigPath: "tsconfig.next.json" },
  serverExternalPackages: ["@myriaddreamin/typst-ts-node-compiler", "graphile-worker", "pino"],
  // Latvian is the default and carries no prefix; the folder app/[locale] still sees it.
  async rewrites() {
    return {
      beforeFiles: [
        { source: "/", destination: "/lv" },
        { source: `/:path((?!(?:${unlocalised})(?:/|$)).*)`, destination: "/lv/:path" },
      ],
      afterFiles: [],
      fallback: [],
    };
  },
  async redirects() {
    return [
      { source: "/lv", destination: "/", permanent: true },
      { source: "/lv/:path*", destination: "/:path*", permanent: true },
    ];
  },
};

export default withNextIntl(config);
