import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { registration } from "#db/schema/registration.ts";
import { trip, tripDay } from "#db/schema/trip.ts";
import { isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { dayIsLocked } from "#domain/day-lock/queries.ts";
import { inPart, isPartOfTrip } from "#domain/day-part/queries.ts";
import { partNamed } from "#domain/day-part/rules.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import { knownAtMost, markRefusal, tripRuns } from "./rules.ts";
import { type AttendanceMark, attendanceMark, type ParsedMark } from "./schema.ts";

type Refusal =
  | "notFound"
  | "invalid"
  | "draft"
  | "cancelled"
  | "completed"
  | "dayLocked"
  | "notConfirmed"
  | "withdrawn"
  | "idTaken";

/**
 * Adds a mark: this person was, or was not, there on that day, or in a part of it. For organisers of the trip's organisation, and
 * its crew while the trip runs. The same mark sent again is `recorded: false` and changes nothing; its id
 * with other facts is `idTaken`.
 */
export async function recordAttendance(
  actor: Actor,
  input: AttendanceMark,
  now: Date,
): Promise<Result<{ recorded: boolean }, Refusal>> {
  const parsed = attendanceMark.safeParse(input);
  if (!isPerson(actor)) return { ok: false, reason: "notFound" };
  if (!parsed.success) {
    return { ok: false, reason: "invalid", detail: fieldReasons(parsed.error.issues) };
  }
  const mark = parsed.data;
  return database().transaction(async (tx) => {
    const subject = await lockSubject(tx, actor, mark, now);
    if (!subject) return { ok: false, reason: "notFound" };
    if (!(await isPartOfTrip(tx, mark.tripId, mark))) {
      return { ok: false, reason: "notFound" };
    }
    const before = await marksOf(tx, subject.tripDayId, mark);
    const dayLocked = await dayIsLocked(tx, subject.tripDayId);
    const refusal = markRefusal({ ...subject, dayLocked }, { ...subject, marks: before.length });
    const same = before.find(({ id }) => id === mark.id);
    if (same?.present === mark.present) return { ok: true, recorded: false };
    if (refusal) return { ok: false, reason: refusal };
    const added = await tx
      .insert(attendance)
      .values({
        id: mark.id,
        tripDayId: subject.tripDayId,
        registrationId: mark.registrationId,
        agendaItemId: mark.agendaItemId,
        pickupId: mark.pickupId,
        present: mark.present,
        // The list that it was made on is the server's own: it knew all that had arrived.
        overrules: before.map(({ id }) => id).slice(0, knownAtMost),
        recordedBy: actor.userId,
        device: mark.device,
        deviceAt: mark.deviceAt,
        receivedAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: attendance.id });
    if (added.length === 0) return { ok: false, reason: "idTaken" };
    await recordAudit(tx, actor, {
      action: "attendance.record",
      subjectId: mark.registrationId,
      tripId: mark.tripId,
      organisationId: subject.organisationId,
      details: { id: mark.id, date: mark.date, present: mark.present, ...partNamed(mark) },
    });
    return { ok: true, recorded: true };
  });
}

/** The person and the day, if both belong to a trip where the actor may mark. The lock puts two phones in line. */
async function lockSubject(tx: Tx, actor: Actor, mark: ParsedMark, now: Date) {
  const asOrganiser = organisationsOf(actor, "organiser");
  const own = [...asOrganiser, ...organisationsOf(actor, "crew")];
  const [subject] = await tx
    .select({
      organisationId: trip.organisationId,
      publishedAt: trip.publishedAt,
      cancelledAt: trip.cancelledAt,
      completedAt: trip.completedAt,
      tripDayId: tripDay.id,
      confirmedAt: registration.confirmedAt,
      withdrawnAt: registration.withdrawnAt,
    })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .innerJoin(tripDay, and(eq(tripDay.tripId, trip.id), eq(tripDay.date, mark.date)))
    .where(
      and(
        eq(registration.id, mark.registrationId),
        isNotNull(registration.userId),
        eq(trip.id, mark.tripId),
        inArray(trip.organisationId, own),
      ),
    )
    .for("update", { of: registration });
  if (!subject || asOrganiser.includes(subject.organisationId)) return subject;
  const days = await tx
    .select({ date: tripDay.date })
    .from(tripDay)
    .where(eq(tripDay.tripId, mark.tripId));
  return tripRuns(
    days.map(({ date }) => date),
    now,
  )
    ? subject
    : undefined;
}

/** Of the day as a whole or of a part of it, the newest first. */
function marksOf(tx: Tx, tripDayId: string, mark: ParsedMark) {
  return tx
    .select({ id: attendance.id, present: attendance.present })
    .from(attendance)
    .where(
      and(
        eq(attendance.tripDayId, tripDayId),
        eq(attendance.registrationId, mark.registrationId),
        inPart(mark),
      ),
    )
    .orderBy(desc(attendance.sequence));
}
