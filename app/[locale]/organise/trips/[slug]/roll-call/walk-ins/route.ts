import { currentActor } from "#app/_server/session.ts";
import { isPerson } from "#domain/actor/rules.ts";
import { deliverWalkIns } from "#domain/walk-in-delivery/commands.ts";
import { sameOrigin } from "#lib/origin.ts";

type Address = { params: Promise<{ slug: string }> };

/** Takes a JSON list of walk-ins and removals and answers each, to whoever made them, as the marks' handler does. */
export async function POST(request: Request, { params }: Address): Promise<Response> {
  if (!sameOrigin(request.headers)) return new Response(null, { status: 404 });
  const { slug } = await params;
  const actor = await currentActor();
  const entries: unknown = await request.json().catch(() => null);
  const owner = request.headers.get("x-recorded-by");
  if (owner && isPerson(actor) && owner !== actor.userId) {
    return new Response(null, { status: 409 });
  }
  const result = await deliverWalkIns(actor, { slug, entries }, new Date());
  if (result.ok) return Response.json(result.answers);
  return new Response(null, { status: result.reason === "notFound" ? 404 : 400 });
}
