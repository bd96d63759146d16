import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { registration } from "#db/schema/registration.ts";
import { trip, tripDay } from "#db/schema/trip.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { markRefusal } from "#domain/attendance/rules.ts";
import { recordAudits } from "#domain/audit/commands.ts";
import { dayIsLocked } from "#domain/day-lock/queries.ts";
import { partsKnown } from "#domain/day-part/queries.ts";
import { partNamed } from "#domain/day-part/rules.ts";
import type { Result } from "#lib/result.ts";
import { leaderOf } from "./queries.ts";
import { arrival, idIn, isSame, type Leader, ofOther, refused } from "./rules.ts";
import {
  type DeliveredMark,
  deliveredMark,
  delivery,
  type MarkAnswer,
  type MarkRefusal,
} from "./schema.ts";

/**
 * Takes the marks that a phone has gathered, at most 500 and each answered in the order given: kept, known from
 * before, or refused with a reason. For organisers of the trip's organisation, its crew while the trip runs and
 * shortly after, and whoever was one of them when the mark was made. Sending again changes nothing.
 */
export async function deliverMarks(
  actor: Actor,
  { slug, marks }: { slug: string; marks: unknown },
  now: Date,
): Promise<Result<{ answers: MarkAnswer[] }, "notFound" | "invalid">> {
  const given = delivery.safeParse(marks);
  if (!isPerson(actor)) return { ok: false, reason: "notFound" };
  return database().transaction(async (tx) => {
    const led = await tripLed(tx, actor, slug);
    if (!led) return { ok: false, reason: "notFound" };
    if (!given.success) return { ok: false, reason: "invalid" };
    const parsed = given.data.map((one) => deliveredMark.safeParse(one));
    const sound = parsed.flatMap(({ data }) => (data ? [data] : []));
    const refusalOf = await refusals(tx, led, sound, now);
    const known = await knownMarks(tx, sound);
    const fresh: DeliveredMark[] = [];
    const answers = parsed.map(({ data: mark }, index): MarkAnswer => {
      if (!mark) return refused(idIn(given.data[index]), "invalid");
      const same = known.get(mark.id);
      if (same) {
        return isSame(same, mark) ? { id: mark.id, answer: "known" } : refused(mark.id, "idTaken");
      }
      const reason = refusalOf(mark);
      if (reason) return refused(mark.id, reason);
      known.set(mark.id, mark);
      fresh.push(mark);
      return { id: mark.id, answer: "kept" };
    });
    const added = await keep(tx, actor, led, fresh, now);
    return { ok: true, answers: answers.map((one) => ofOther(one, added)) };
  });
}

export type Led = Awaited<ReturnType<typeof tripLed>> & {};

/** A trip that the actor leads, or led last, with its days, of which none is locked before the transaction ends. */
export async function tripLed(tx: Tx, actor: PersonActor, slug: string) {
  const [found] = await tx
    .select({
      tripId: trip.id,
      organisationId: trip.organisationId,
      publishedAt: trip.publishedAt,
      cancelledAt: trip.cancelledAt,
      completedAt: trip.completedAt,
    })
    .from(trip)
    .where(eq(trip.slug, slug));
  const leader = found && (await leaderOf(tx, actor, found.organisationId));
  if (!leader) return null;
  const days = await tx
    .select({ id: tripDay.id, date: tripDay.date })
    .from(tripDay)
    .where(eq(tripDay.tripId, found.tripId));
  // Held: whoever locks a day waits for the marks, or has locked it before they come.
  const locked = new Set<string>();
  for (const { id, date } of days) if (await dayIsLocked(tx, id)) locked.add(date);
  return { ...found, leader, days, locked };
}

/** Locks the people, so that two phones come one after the other, and tells of a mark why it cannot be kept. */
async function refusals(tx: Tx, led: Led, marks: readonly DeliveredMark[], now: Date) {
  const { tripId, leader } = led;
  const people = await tx
    .select({
      id: registration.id,
      confirmedAt: registration.confirmedAt,
      withdrawnAt: registration.withdrawnAt,
      marks: sql<number>`(select count(*)::int from attendance where registration_id = ${registration.id})`,
    })
    .from(registration)
    .where(
      and(
        eq(registration.tripId, tripId),
        isNotNull(registration.userId),
        inArray(
          registration.id,
          marks.map((mark) => mark.registrationId),
        ),
      ),
    )
    .orderBy(registration.id)
    .for("update");
  const isKnown = await partsKnown(tx, tripId);
  const dates = led.days.map(({ date }) => date);
  const personOf = new Map(people.map((person) => [person.id, person]));
  return (mark: DeliveredMark): MarkRefusal | null => {
    const person = personOf.get(mark.registrationId);
    const found = person && dates.includes(mark.date) && isKnown(mark);
    if (!found) return "notFound";
    const late = arrival(leader as Leader, new Date(mark.deviceAt), dates, now);
    if (late === "revoked" || late === "notRunning") return late;
    return markRefusal({ ...led, dayLocked: led.locked.has(mark.date) }, person);
  };
}

/** What is here under the ids given, of these people. */
async function knownMarks(tx: Tx, marks: readonly DeliveredMark[]) {
  const rows = await tx
    .select({
      id: attendance.id,
      registrationId: attendance.registrationId,
      date: tripDay.date,
      agendaItemId: attendance.agendaItemId,
      pickupId: attendance.pickupId,
      present: attendance.present,
    })
    .from(attendance)
    .innerJoin(tripDay, eq(tripDay.id, attendance.tripDayId))
    .where(
      and(
        inArray(
          attendance.id,
          marks.map(({ id }) => id),
        ),
        inArray(
          attendance.registrationId,
          marks.map(({ registrationId }) => registrationId),
        ),
      ),
    );
  return new Map<string, Parameters<typeof isSame>[0]>(rows.map((row) => [row.id, row]));
}

/** Writes what is new in two statements; answers the ids that were not taken. */
async function keep(
  tx: Tx,
  actor: PersonActor,
  { tripId, organisationId, days, leader }: Led,
  marks: readonly DeliveredMark[],
  now: Date,
): Promise<ReadonlySet<string>> {
  if (marks.length === 0) return new Set();
  const dayOf = new Map(days.map(({ id, date }) => [date, id]));
  const revoked = leader.endedAt !== null;
  const rows = await tx
    .insert(attendance)
    .values(
      marks.map(({ date, deviceAt, ...mark }) => ({
        ...mark,
        tripDayId: dayOf.get(date) ?? "",
        deviceAt: new Date(deviceAt),
        recordedBy: actor.userId,
        receivedAt: now,
        revoked,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: attendance.id });
  const added = new Set(rows.map(({ id }) => id));
  const facts = marks
    .filter(({ id }) => added.has(id))
    .map(({ id, date, registrationId, present, reason, ...part }) => ({
      action: "attendance.record",
      subjectId: registrationId,
      tripId,
      organisationId,
      details: {
        id,
        date,
        present,
        ...partNamed(part),
        ...(reason ? { reason } : {}),
        ...(revoked ? { revoked } : {}),
      },
    }));
  await recordAudits(tx, actor, facts);
  return added;
}
