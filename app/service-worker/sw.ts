import { CacheFirst, ExpirationPlugin, NetworkFirst, Serwist, type SerwistPlugin } from "serwist";

// Works for the roll call alone: each page registers it for its own address and no other.
// What a phone keeps of people is in IndexedDB; here are the empty page and its files.

/** Never a redirect to sign in, and never a page that was not found. */
const found: SerwistPlugin = {
  cacheWillUpdate: async ({ response }) => (response.status === 200 ? response : null),
};

new Serwist({
  skipWaiting: true,
  clientsClaim: true,
  runtimeCaching: [
    {
      // Its name changes with its content.
      matcher: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith("/_next/static/"),
      handler: new CacheFirst({
        cacheName: "roll-call-files",
        plugins: [found, new ExpirationPlugin({ maxEntries: 120 })],
      }),
    },
    {
      matcher: ({ url, sameOrigin }) => sameOrigin && url.pathname.endsWith("/roll-call"),
      handler: new NetworkFirst({
        cacheName: "roll-call-pages",
        networkTimeoutSeconds: 4,
        matchOptions: { ignoreSearch: true, ignoreVary: true },
        plugins: [found],
      }),
    },
  ],
}).addEventListeners();
