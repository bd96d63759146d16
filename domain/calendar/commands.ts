import { eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { user } from "#db/schema/person.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import type { Result } from "#lib/result.ts";

/** Makes a new address for the actor's own calendar; by the one before it nothing is read any more. */
export async function renewCalendarAddress(
  actor: Actor,
  _now: Date,
): Promise<Result<object, "notFound">> {
  if (!isPerson(actor)) return { ok: false, reason: "notFound" };
  return database().transaction(async (tx) => {
    await tx
      .update(user)
      .set({ calendarKey: sql`gen_random_uuid()` })
      .where(eq(user.id, actor.userId));
    await recordAudit(tx, actor, { action: "calendar.renew", subjectId: actor.userId });
    return { ok: true };
  });
}
