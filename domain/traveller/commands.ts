import { database } from "#db/client.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { traveller } from "./queries.ts";
import { printedAction } from "./schema.ts";

/** Notes which version of the itinerary a traveller has printed; by it the next one marks what is new. */
export async function notePrinted(
  actor: Actor,
  { registrationId, number }: { registrationId: string; number: number },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "notFound" }> {
  const own = await traveller(actor, registrationId, now);
  if (!own) return { ok: false, reason: "notFound" };
  await recordAudit(database(), actor, {
    action: printedAction,
    subjectId: own.registrationId,
    tripId: own.tripId,
    details: { number },
  });
  return { ok: true };
}
