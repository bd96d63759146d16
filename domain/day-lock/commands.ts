import { and, eq, isNull } from "drizzle-orm";
import { database } from "#db/client.ts";
import { dayLock, signedSheet } from "#db/schema/sheet.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { comparedPeople } from "#domain/signature/queries.ts";
import { comparedWalkIns } from "#domain/walk-in/queries.ts";
import { dateInRiga } from "#lib/dates.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import { dayIsLocked, heldDay } from "./queries.ts";
import { type LockRefusal, lockRefusal } from "./rules.ts";
import { type DayReference, dayReference, type Reopening, reopening } from "./schema.ts";

/**
 * Confirms a day as it is marked and locks it: it takes no marks, sheets or signatures until it is reopened. For
 * organisers of the trip. Locking what is locked is `locked: false` and changes nothing.
 */
export async function lockDay(
  actor: Actor,
  input: DayReference,
  now: Date,
): Promise<Result<{ locked: boolean }, "notFound" | "draft" | "cancelled" | LockRefusal>> {
  const parsed = dayReference.safeParse(input);
  if (!isPerson(actor) || !parsed.success) return { ok: false, reason: "notFound" };
  const { tripId, date } = parsed.data;
  return database().transaction(async (tx) => {
    const day = await heldDay(tx, actor, parsed.data, "update");
    if (!day) return { ok: false, reason: "notFound" };
    if (!day.publishedAt) return { ok: false, reason: "draft" };
    if (day.cancelledAt) return { ok: false, reason: "cancelled" };
    const { tripDayId, organisationId } = day;
    if (await dayIsLocked(tx, tripDayId)) return { ok: true, locked: false };
    const people = await comparedPeople(tx, actor, tripDayId);
    const sheets = await tx.$count(signedSheet, eq(signedSheet.tripDayId, tripDayId));
    const walkIns = await comparedWalkIns(tx, actor, tripDayId);
    const beside = [...people, ...walkIns];
    const refusal = lockRefusal({ date, today: dateInRiga(now), sheets }, beside);
    if (refusal) return { ok: false, reason: refusal.reason, detail: { people: refusal.people } };
    const present = people.filter(({ state }) => state === "present").length;
    const counts = { present, people: people.length };
    await tx
      .insert(dayLock)
      .values({ tripDayId, lockedAt: now, lockedBy: actor.userId, ...counts });
    await recordAudit(tx, actor, {
      action: "day.lock",
      subjectId: tripDayId,
      tripId,
      organisationId,
      details: { date, sheets, ...counts, walkIns: walkIns.length },
    });
    return { ok: true, locked: true };
  });
}

/** Opens a locked day again, with a written reason. For organisers of the trip. */
export async function reopenDay(
  actor: Actor,
  input: Reopening,
  now: Date,
): Promise<Result<object, "notFound" | "invalid" | "notLocked">> {
  const parsed = reopening.safeParse(input);
  return database().transaction(async (tx) => {
    const day = await heldDay(tx, actor, input, "update");
    if (!day || !isPerson(actor)) return { ok: false, reason: "notFound" };
    if (!parsed.success) {
      return { ok: false, reason: "invalid", detail: fieldReasons(parsed.error.issues) };
    }
    const { tripId, date, reason } = parsed.data;
    const reopened = await tx
      .update(dayLock)
      .set({ reopenedAt: now, reopenedBy: actor.userId, reopenReason: reason })
      .where(and(eq(dayLock.tripDayId, day.tripDayId), isNull(dayLock.reopenedAt)))
      .returning({ id: dayLock.id });
    if (reopened.length === 0) return { ok: false, reason: "notLocked" };
    await recordAudit(tx, actor, {
      action: "day.reopen",
      subjectId: day.tripDayId,
      tripId,
      organisationId: day.organisationId,
      details: { date, reason },
    });
    return { ok: true };
  });
}
