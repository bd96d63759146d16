import { followBoard } from "#app/_server/live-boards.ts";
import { withoutHead } from "#app/_server/pdf-answer.ts";
import { currentActor, currentSession } from "#app/_server/session.ts";
import { boardTrip } from "#domain/board/queries.ts";

/** The board of the trip as server-sent events: whole, at once and after every change. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[locale]/organise/trips/[slug]/board/events">,
): Promise<Response> {
  const { slug } = await params;
  const tripId = await boardTrip(await currentActor(), slug, new Date());
  const session = await currentSession();
  if (!tripId || !session) return new Response(null, { status: 404 });
  // Whatever follows addresses without expecting events would wait for an end that never comes.
  const expected = request.headers.get("accept")?.includes("text/event-stream");
  return expected ? followBoard(tripId, session) : new Response(null, { status: 406 });
}

export const HEAD = withoutHead;
