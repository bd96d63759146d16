import { publicActor } from "#domain/actor/queries.ts";
import { databaseAnswers } from "#domain/installation/queries.ts";
import { version } from "#lib/version.ts";

export const dynamic = "force-dynamic";

/** For monitors and proxies: 200 while the database answers, 503 while it is away. */
export async function GET(): Promise<Response> {
  const answers = await databaseAnswers(publicActor);
  return Response.json(
    answers
      ? { status: "ok", database: "ok", version }
      : { status: "error", database: "unreachable", version },
    { status: answers ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
