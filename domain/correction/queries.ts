import { and, asc, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { user } from "#db/schema/person.ts";
import { tripDay } from "#db/schema/trip.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { isLocked } from "#domain/day-lock/queries.ts";
import { tripToRead } from "#domain/participant/queries.ts";
import type { IsoDate } from "#lib/dates.ts";

export type MarksOfDay = {
  date: IsoDate;
  /** Takes no correction. */
  locked: boolean;
  marks: { id: string; present: boolean; reason: string | null; at: Date; byName: string | null }[];
};

/**
 * Every mark of a person, by day and in the order in which they came, with the reasons of corrections. For the trip's
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
      present: attendance.present,
      reason: attendance.reason,
      at: attendance.receivedAt,
      byName: user.name,
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
  return [...Map.groupBy(rows, ({ date }) => date)].map(([date, all]) => ({
    date,
    locked: all[0]?.locked ?? false,
    marks: all.flatMap(({ id, present, reason, at, byName }) =>
      id === null || present === null || at === null ? [] : [{ id, present, reason, at, byName }],
    ),
  }));
}
