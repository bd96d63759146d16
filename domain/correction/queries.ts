import { and, asc, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { user } from "#db/schema/person.ts";
import { tripDay } from "#db/schema/trip.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { isLocked } from "#domain/day-lock/queries.ts";
import { partsOfTrip } from "#domain/day-part/queries.ts";
import { partOn } from "#domain/day-part/rules.ts";
import type { DayPart } from "#domain/day-part/schema.ts";
import { tripToRead } from "#domain/participant/queries.ts";
import type { IsoDate } from "#lib/dates.ts";

export type MarksOfDay = {
  date: IsoDate;
  /** Takes no correction. */
  locked: boolean;
  marks: {
    id: string;
    /** What of the day it is about; null where it is the day as a whole. */
    part: DayPart | null;
    present: boolean;
    reason: string | null;
    at: Date;
    byName: string | null;
    /** By the person alone. */
    byAttendee: boolean;
  }[];
};

/**
 * Every mark of a person, by day and in the order in which they came, also those of a part of a day, with the reasons of corrections. For the trip's
 * organiser and administrators; null to everybody else.
 */
export async function marksOfPerson(
  actor: Actor,
  slug: string,
  registrationId: string,
): Promise<MarksOfDay[] | null> {
  const own = await tripToRead(actor, slug);
  if (!own) return null;
  const rows = await database()
    .select({
      date: tripDay.date,
      locked: isLocked,
      id: attendance.id,
      agendaItemId: attendance.agendaItemId,
      pickupId: attendance.pickupId,
      present: attendance.present,
      reason: attendance.reason,
      at: attendance.receivedAt,
      byName: user.name,
      byAttendee: attendance.byAttendee,
    })
    .from(tripDay)
    .leftJoin(
      attendance,
      and(
        eq(attendance.tripDayId, tripDay.id),
        sql`${attendance.registrationId}::text = ${registrationId}`,
      ),
    )
    .leftJoin(user, eq(user.id, attendance.recordedBy))
    .where(eq(tripDay.tripId, own.tripId))
    .orderBy(asc(tripDay.date), asc(attendance.sequence));
  const parts = await partsOfTrip(database(), own.tripId);
  return [...Map.groupBy(rows, ({ date }) => date)].map(([date, all]) => ({
    date,
    locked: all[0]?.locked ?? false,
    marks: all.flatMap(
      ({ id, present, reason, at, byName, byAttendee, agendaItemId, pickupId }) => {
        if (id === null || present === null || at === null) return [];
        const part = partOn(parts, date, { agendaItemId, pickupId });
        return [{ id, part, present, reason, at, byName, byAttendee: byAttendee === true }];
      },
    ),
  }));
}
