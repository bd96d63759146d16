import { currentActor } from "#app/_server/session.ts";
import { rollCall } from "#domain/roll-call/queries.ts";

type Address = { params: Promise<{ slug: string }> };

/** What a phone takes along of a trip, as JSON. */
export async function GET(_request: Request, { params }: Address): Promise<Response> {
  const { slug } = await params;
  const list = await rollCall(await currentActor(), slug, new Date());
  return list ? Response.json(list) : new Response(null, { status: 404 });
}
