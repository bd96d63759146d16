import { randomUUID } from "node:crypto";
import { database, type Tx } from "#db/client.ts";
import { signature } from "#db/schema/sheet.ts";
import { walkInSignature } from "#db/schema/walk-in.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { addCorrection, type CorrectedDay } from "#domain/correction/commands.ts";
import { dayIsLocked, heldDay } from "#domain/day-lock/queries.ts";
import { wholeDay } from "#domain/day-part/schema.ts";
import { addRemoval } from "#domain/walk-in/commands.ts";
import { comparedWalkIns } from "#domain/walk-in/queries.ts";
import type { Result } from "#lib/result.ts";
import { type ComparedPerson, comparedPeople } from "./queries.ts";
import { type Decided, decide } from "./rules.ts";
import { type Comparison, comparison } from "./schema.ts";

type Refusal = "notFound" | "invalid" | "draft" | "cancelled" | "dayLocked";

/**
 * Keeps what was read on the sheet of a day, and what the organiser decides where it differs from the marks: words that
 * explain it, or a correcting mark for that reason. All is kept or nothing; `invalid` names `words.REGISTRATION`.
 */
export async function compareSheet(
  actor: Actor,
  input: Comparison,
  now: Date,
): Promise<Result<{ changed: number }, Refusal>> {
  const parsed = comparison.safeParse(input);
  if (!isPerson(actor) || !parsed.success) return { ok: false, reason: "notFound" };
  const { tripId, date } = parsed.data;
  return database().transaction(async (tx) => {
    const found = await heldDay(tx, actor, parsed.data, "key share");
    if (!found) return { ok: false, reason: "notFound" };
    if (!found.publishedAt) return { ok: false, reason: "draft" };
    if (found.cancelledAt) return { ok: false, reason: "cancelled" };
    if (await dayIsLocked(tx, found.tripDayId)) return { ok: false, reason: "dayLocked" };
    const day = { ...found, tripId, date };
    const known = [
      ...(await comparedPeople(tx, actor, day.tripDayId)),
      ...(await comparedWalkIns(tx, actor, day.tripDayId)),
    ];
    const decided = decide(known, parsed.data.people);
    if (!decided.ok) return { ok: false, reason: "invalid", detail: decided.problems };
    for (const one of decided.changes) {
      await (one.isWalkIn ? keepOfWalkIn : keep)(tx, actor, day, one, now);
    }
    const changed = decided.changes.length;
    if (changed === 0) return { ok: true, changed };
    await recordAudit(tx, actor, {
      action: "sheet.compare",
      subjectId: day.tripDayId,
      tripId,
      organisationId: day.organisationId,
      details: { date, changed },
    });
    return { ok: true, changed };
  });
}

/** One person's signature, and the mark that is corrected by it. */
async function keep(
  tx: Tx,
  actor: PersonActor,
  day: CorrectedDay,
  { registrationId, signed, explanation, correction }: Decided<ComparedPerson>,
  now: Date,
): Promise<void> {
  const { tripDayId } = day;
  const read = { tripDayId, registrationId, signed, explanation };
  await tx.insert(signature).values({ ...read, readBy: actor.userId, readAt: now });
  if (correction === null) return;
  const fact = { ...day, ...wholeDay, registrationId, present: signed, reason: correction };
  const corrected = await addCorrection(tx, actor, fact, now);
  // Somebody else may have marked the same at this moment; then nothing is left to correct.
  if (!corrected.ok && corrected.reason !== "alreadySo") throw new Error(corrected.reason);
}

/** Of a walk-in who stands in a blank row of the sheet or does not; what the sheet corrects is no walk-in any more. */
async function keepOfWalkIn(
  tx: Tx,
  actor: PersonActor,
  day: CorrectedDay,
  { registrationId: walkInId, signed, explanation, correction }: Decided<ComparedPerson>,
  now: Date,
): Promise<void> {
  const { tripDayId } = day;
  const read = { tripDayId, walkInId, signed, explanation };
  await tx.insert(walkInSignature).values({ ...read, readBy: actor.userId, readAt: now });
  if (correction === null) return;
  await addRemoval(tx, actor, { ...day, id: randomUUID(), walkInId, reason: correction }, now);
}
