import { randomUUID } from "node:crypto";
import { and, desc, eq, isNotNull } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { registration } from "#db/schema/registration.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { knownAtMost, markRefusal, stateOf } from "#domain/attendance/rules.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { dayIsLocked, heldDay } from "#domain/day-lock/queries.ts";
import { inPart, isPartOfTrip } from "#domain/day-part/queries.ts";
import { partNamed } from "#domain/day-part/rules.ts";
import type { PartReference } from "#domain/day-part/schema.ts";
import { markColumns, ofHolder } from "#domain/presence/queries.ts";
import type { IsoDate } from "#lib/dates.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import { type Correction, correction } from "./schema.ts";

type Refusal = NonNullable<ReturnType<typeof markRefusal>> | "notFound" | "alreadySo";

/**
 * Corrects a person's mark of a day, or of a part of it, by another mark with a written reason; the earlier ones stay. For organisers of the
 * trip, also after it was completed, and until the day is locked.
 */
export async function correctAttendance(
  actor: Actor,
  input: Correction,
  now: Date,
): Promise<Result<object, Refusal | "invalid">> {
  const parsed = correction.safeParse(input);
  return database().transaction(async (tx) => {
    const day = await heldDay(tx, actor, input, "key share");
    if (!day || !isPerson(actor)) return { ok: false, reason: "notFound" };
    if (!parsed.success) {
      return { ok: false, reason: "invalid", detail: fieldReasons(parsed.error.issues) };
    }
    if (!(await isPartOfTrip(tx, input.tripId, parsed.data))) {
      return { ok: false, reason: "notFound" };
    }
    return addCorrection(tx, actor, { ...day, ...parsed.data }, now);
  });
}

export type CorrectedDay = {
  tripDayId: string;
  tripId: string;
  organisationId: string;
  date: IsoDate;
  publishedAt: Date | null;
  cancelledAt: Date | null;
};

/** The same in the transaction of a caller who has found the day to be the actor's. */
export async function addCorrection(
  tx: Tx,
  actor: PersonActor,
  fact: CorrectedDay & PartReference & { registrationId: string; present: boolean; reason: string },
  now: Date,
): Promise<Result<object, Refusal>> {
  const { tripDayId, registrationId, present, reason, tripId, organisationId, date } = fact;
  const { agendaItemId, pickupId } = fact;
  const person = await lockPerson(tx, tripId, registrationId);
  if (!person) return { ok: false, reason: "notFound" };
  const marks = await tx
    .select({ id: attendance.id, ...markColumns })
    .from(attendance)
    .where(
      and(
        eq(attendance.tripDayId, tripDayId),
        eq(attendance.registrationId, registrationId),
        inPart(fact),
        ofHolder,
      ),
    )
    .orderBy(desc(attendance.sequence));
  const dayLocked = await dayIsLocked(tx, tripDayId);
  const refusal = markRefusal(
    { ...fact, completedAt: null, dayLocked },
    { ...person, marks: marks.length },
  );
  if (refusal) return { ok: false, reason: refusal };
  if (stateOf(marks) === (present ? "present" : "absent"))
    return { ok: false, reason: "alreadySo" };
  const id = randomUUID();
  await tx.insert(attendance).values({
    id,
    tripDayId,
    registrationId,
    agendaItemId,
    pickupId,
    present,
    reason,
    overrules: marks.map((mark) => mark.id).slice(0, knownAtMost),
    recordedBy: actor.userId,
    device: "correction",
    deviceAt: now,
    receivedAt: now,
  });
  await recordAudit(tx, actor, {
    action: "attendance.correct",
    subjectId: registrationId,
    tripId,
    organisationId,
    details: { id, date, present, reason, ...partNamed(fact) },
  });
  return { ok: true };
}

async function lockPerson(tx: Tx, tripId: string, registrationId: string) {
  const [person] = await tx
    .select({ confirmedAt: registration.confirmedAt, withdrawnAt: registration.withdrawnAt })
    .from(registration)
    .where(
      and(
        eq(registration.id, registrationId),
        eq(registration.tripId, tripId),
        isNotNull(registration.userId),
      ),
    )
    .for("update");
  return person;
}
