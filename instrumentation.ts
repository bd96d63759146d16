/** Next calls this once when the server starts: from then on, changed facts expire cached pages. */
export async function register() {
  // biome-ignore lint/style/noProcessEnv: Next replaces it while building, so that the edge gets none of this
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE) return;
  const { listen } = await import("#db/listen.ts");
  const { expirePages, setHearing } = await import("#lib/cache-handler/page-cache.ts");
  void listen("facts", {
    heard: (payload) => expirePages(payload.split(" ")),
    connected: setHearing,
  });
}
