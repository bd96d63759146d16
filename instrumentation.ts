/**
 * Next calls this once when the server starts: from then on, changed facts expire cached pages, marks reach
 * the boards that are open, requests carry the address of their socket, and large ones are read of known people alone.
 */
export async function register() {
  // biome-ignore lint/style/noProcessEnv: Next replaces it while building, so that the edge gets none of this
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE) return;
  const { recordPeerAddresses } = await import("#lib/peer-address.ts");
  recordPeerAddresses();
  const { readFilesOfKnownPeopleAlone } = await import("#app/_server/large-bodies.ts");
  readFilesOfKnownPeopleAlone();
  const { listen } = await import("#db/listen.ts");
  const { expirePages, setHearing } = await import("#lib/cache-handler/page-cache.ts");
  const { tellChanged, tellEnding, tellHearing } = await import("#lib/change-ears.ts");
  void listen({
    facts: { heard: (payload) => expirePages(payload.split(" ")), connected: setHearing },
    attendance: { heard: tellChanged, connected: tellHearing },
  });
  // The server waits for every answer that is under way, and that of a board has no end of its own.
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, tellEnding);
}
