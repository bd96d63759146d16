import type { ShownBoard } from "#app/_server/shown-board.ts";

/** How a board stands to the server: not yet followed, following, cut off, or not allowed any more. */
export type Following = "not" | "live" | "lost" | "over";

type Followed = { board(board: ShownBoard): void; following(following: Following): void };

/** The server sends something every 20 s. After two of them missed, the connection is dead without saying so. */
const silentMs = 45_000;
const watchMs = 5_000;
/** A browser gives up by itself after an answer that is no stream, such as of a server that is starting. */
const againMs = 5_000;

/** Follows a board's events until the answer is called, through every loss of the connection. */
export function follow(address: string, told: Followed): () => void {
  let source: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let heardAt = 0;

  function open(): void {
    clearTimeout(again);
    source?.close();
    heardAt = Date.now();
    source = new EventSource(address);
    source.addEventListener("board", ({ data }) => {
      heardAt = Date.now();
      told.board(JSON.parse(data) as ShownBoard);
      told.following("live");
    });
    source.addEventListener("beat", () => {
      heardAt = Date.now();
    });
    source.addEventListener("lost", lose);
    source.addEventListener("over", () => {
      stop();
      told.following("over");
    });
    source.addEventListener("error", () => {
      lose();
      if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, againMs);
    });
  }

  const lose = () => told.following("lost");

  /** The browser says that there is no network: what still trickles in would only seem to be the whole. */
  function cut(): void {
    clearTimeout(again);
    source?.close();
    lose();
  }

  const watch = setInterval(() => {
    if (Date.now() - heardAt < silentMs) return;
    lose();
    open();
  }, watchMs);

  function stop(): void {
    clearInterval(watch);
    clearTimeout(again);
    window.removeEventListener("online", open);
    window.removeEventListener("offline", cut);
    source?.close();
  }

  window.addEventListener("online", open);
  window.addEventListener("offline", cut);
  open();
  return stop;
}
