import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { user } from "#db/schema/person.ts";
import { tripDay } from "#db/schema/trip.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { stateOf } from "#domain/attendance/rules.ts";
import type { DayPresent } from "#domain/certificate/rules.ts";
import { isLocked } from "#domain/day-lock/queries.ts";

// What marks come to, for whoever asks.

/** Marks of a day itself, and of no item or pick-up of it. */
export const ofWholeDay = and(isNull(attendance.agendaItemId), isNull(attendance.pickupId));

/**
 * Marks about whoever has the place now: one that arrived before somebody else took it is about the one who left.
 * `attendance_state` in the database says the same.
 */
export const ofHolder = sql`${attendance.receivedAt} > coalesce((select max(replaced_at) from replacement
  where registration_id = ${attendance.registrationId}), '-infinity')`;

/** Marks by which somebody was there on a day, or was not. */
export const counting = and(ofWholeDay, ofHolder);

/**
 * As a part of a query about registrations: on how many days the person was present, null where nothing was
 * recorded. The database derives the state as `stateOf` does.
 */
export const daysAttended = sql<number | null>`(
  select count(*) filter (where state = 'present')::integer from (
    select attendance_state("registration"."id", day) as state from (
      select distinct trip_day_id as day from attendance
      where registration_id = "registration"."id" and agenda_item_id is null and pickup_id is null) as marked
  ) as said where state <> 'unmarked' having count(*) > 0)`;

/** The same as days in order, each with whether it is locked. */
export const daysOfPresence = sql<DayPresent[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('date', "trip_day"."date", 'locked', ${isLocked})
    order by "trip_day"."date"), '[]')
  from trip_day where trip_id = "registration"."trip_id"
    and attendance_state("registration"."id", "trip_day"."id") = 'present')`;

/** What the state of a mark is derived from. */
export const markColumns = {
  present: attendance.present,
  recordedBy: attendance.recordedBy,
  device: attendance.device,
  deviceNumber: attendance.deviceNumber,
  overrules: attendance.overrules,
  byAttendee: attendance.byAttendee,
};

/** Whoever recorded something, in words. */
export const nameOfUser = sql<string>`coalesce(
  nullif(trim(concat_ws(' ', ${user.givenName}, ${user.familyName})), ''), ${user.name}, ${user.email})`;

/** Days on which these people were present, in order, by registration, and which of them are locked; whoever asks has found the trip to be theirs. */
export async function daysPresent(
  tx: Tx,
  _actor: Actor,
  registrationIds: readonly string[],
): Promise<Map<string, DayPresent[]>> {
  if (registrationIds.length === 0) return new Map();
  const rows = await tx
    .select({
      registrationId: attendance.registrationId,
      date: tripDay.date,
      locked: isLocked,
      id: attendance.id,
      ...markColumns,
    })
    .from(attendance)
    .innerJoin(tripDay, eq(tripDay.id, attendance.tripDayId))
    .where(
      and(
        sql`${attendance.registrationId} = any(${sql.param([...registrationIds])}::uuid[])`,
        counting,
      ),
    )
    .orderBy(asc(tripDay.date));
  const days = new Map<string, DayPresent[]>();
  for (const [id, marks] of Map.groupBy(rows, (row) => row.registrationId)) {
    const byDay = Map.groupBy(marks, ({ date }) => date);
    days.set(
      id,
      [...byDay].flatMap(([date, made]) =>
        stateOf(made) === "present" ? [{ date, locked: made.some(({ locked }) => locked) }] : [],
      ),
    );
  }
  return days;
}
