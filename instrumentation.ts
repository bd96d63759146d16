/**
 * Next calls this once when the server starts: from then on, changed facts expire cached pages, and requests
 * carry the address of their socket.
 */
export async function register() {
  // biome-ignore lint/style/noProcessEnv: Next replaces it while building, so that the edge gets none of this
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE) return;
  const { recordPeerAddresses } = await import("#lib/peer-address.ts");
  recordPeerAddresses();
  const { listen } = await import("#db/listen.ts");
  const { expirePages, setHearing } = await import("#lib/cache-handler/page-cache.ts");
  void listen("facts", {
    heard: (payload) => expirePages(payload.split(" ")),
    connected: setHearing,
  });
}
