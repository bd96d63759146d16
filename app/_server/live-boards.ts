import { actorsOfSessions } from "#domain/actor/queries.ts";
import { nextBoard } from "#domain/board/queries.ts";
import { addEar, changesAreHeard } from "#lib/change-ears.ts";
import { coalesced } from "#lib/coalesce.ts";
import { log } from "#lib/log.ts";
import { type EventStream, eventOf, openEventStream } from "./event-stream.ts";
import { shownBoard } from "./shown-board.ts";

/** Somebody who has a board open: the stream, and the hash of the session it was opened with. */
type Follower = { session: string; stream: EventStream };

type LiveBoard = { followers: Set<Follower>; readAnew(): void; close(): void };

/** Four readings a second at most for each trip, however many marks arrive. */
const pauses = { pauseMs: 250, retryMs: 2_000 };

const lost = eventOf("lost");
const over = eventOf("over");

const boards = new Map<string, LiveBoard>();

/** Answers with the board of a trip, now and after every change, for as long as the session may read it. */
export function followBoard(tripId: string, session: string): Response {
  const board = boards.get(tripId) ?? openBoard(tripId);
  const stream = openEventStream(() => {
    board.followers.delete(follower);
    if (board.followers.size === 0) board.close();
  });
  const follower = { session, stream };
  board.followers.add(follower);
  board.readAnew();
  return stream.response;
}

function openBoard(tripId: string): LiveBoard {
  const followers = new Set<Follower>();
  const tellLost = () => {
    for (const { stream } of followers) stream.send(lost);
  };
  const reading = coalesced(
    async () => {
      await sendBoard(tripId, [...followers]);
      if (!changesAreHeard()) tellLost();
    },
    {
      ...pauses,
      failed(error) {
        log.warn({ error, tripId }, "an open board could not be read anew; trying again");
        tellLost();
      },
    },
  );
  const forget = addEar(tripId, {
    changed: reading.call,
    lost: tellLost,
    ending() {
      for (const { stream } of followers) stream.end();
    },
  });
  const board: LiveBoard = {
    followers,
    readAnew: reading.call,
    close() {
      forget();
      reading.stop();
      boards.delete(tripId);
    },
  };
  boards.set(tripId, board);
  return board;
}

/** Reads the board once for all; whoever may not read it any more is told so, and let go. */
async function sendBoard(tripId: string, followers: readonly Follower[]): Promise<void> {
  const now = new Date();
  const sessions = followers.map(({ session }) => session);
  const actors = await actorsOfSessions(sessions, now);
  const next = await nextBoard([...actors.values()], tripId, now);
  const readers = new Set(next?.readers);
  const event = next && eventOf("board", shownBoard(next.board));
  for (const { session, stream } of followers) {
    const actor = actors.get(session);
    if (event && actor && readers.has(actor)) stream.send(event);
    else stream.end(over);
  }
}
