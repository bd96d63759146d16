import { and, eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { registration } from "#db/schema/registration.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { lockRegistration } from "#domain/registration/commands.ts";
import { isStillOf } from "#domain/registration/rules.ts";
import type { PlaceReference } from "#domain/registration/schema.ts";
import type { Result } from "#lib/result.ts";

/**
 * Who answers for a delegation on the way, instead of whoever did. Its municipality's coordinator decides, or the
 * trip's organiser. Only somebody who is named and goes with the delegation can be it; `alone` who goes without one.
 */
export async function chooseHead(
  actor: Actor,
  place: PlaceReference,
  _now: Date,
): Promise<Result<object, "notFound" | "unnamed" | "withdrawn" | "alone" | "gone">> {
  return database().transaction(async (tx) => {
    const found = await lockRegistration(tx, actor, place.registrationId, "replace");
    if (!found) return { ok: false, reason: "notFound" };
    if (!isStillOf(found.userId, place)) return { ok: false, reason: "gone" };
    if (found.withdrawnAt) return { ok: false, reason: "withdrawn" };
    if (!found.userId) return { ok: false, reason: "unnamed" };
    if (!found.delegationId) return { ok: false, reason: "alone" };
    const { id, tripId, organisationId, delegationId } = found;
    // The database allows one head at a time.
    await tx
      .update(registration)
      .set({ isHead: false })
      .where(and(eq(registration.delegationId, delegationId), eq(registration.isHead, true)));
    await tx.update(registration).set({ isHead: true }).where(eq(registration.id, id));
    const about = { subjectId: id, tripId, organisationId };
    await recordAudit(tx, actor, { ...about, action: "delegation.head" });
    return { ok: true };
  });
}
