import { createSerwistRoute } from "@serwist/turbopack";

/** `/service-worker/sw.js`, made while building. What a phone keeps is decided by sw.ts, not listed ahead. */
export const { dynamic, dynamicParams, revalidate, generateStaticParams, GET } = createSerwistRoute(
  {
    swSrc: "app/service-worker/sw.ts",
    globPatterns: [],
    useNativeEsbuild: true,
    esbuildOptions: { sourcemap: false },
  },
);
