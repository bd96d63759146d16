import { currentActor } from "#app/_server/session.ts";
import { isPerson } from "#domain/actor/rules.ts";
import { deliverMarks } from "#domain/roll-call/commands.ts";
import { sameOrigin } from "#lib/origin.ts";

type Address = { params: Promise<{ slug: string }> };

/**
 * Takes a JSON list of marks and answers each. A phone on which somebody else has signed in since says in
 * `x-recorded-by` whose they are, and is told 409.
 */
export async function POST(request: Request, { params }: Address): Promise<Response> {
  if (!sameOrigin(request.headers)) return new Response(null, { status: 404 });
  const { slug } = await params;
  const actor = await currentActor();
  const marks: unknown = await request.json().catch(() => null);
  const owner = request.headers.get("x-recorded-by");
  if (owner && isPerson(actor) && owner !== actor.userId) {
    return new Response(null, { status: 409 });
  }
  const result = await deliverMarks(actor, { slug, marks }, new Date());
  if (result.ok) return Response.json(result.answers);
  return new Response(null, { status: result.reason === "notFound" ? 404 : 400 });
}
