import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { user } from "#db/schema/person.ts";
import { trip, tripDay } from "#db/schema/trip.ts";
import { walkIn, walkInRemoval, walkInSignature } from "#db/schema/walk-in.ts";
import { isAdmin, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { dayRefusal } from "#domain/attendance/rules.ts";
import { isLocked } from "#domain/day-lock/queries.ts";
import { municipalitiesForSelect } from "#domain/organisation/queries.ts";
import { nameOfUser } from "#domain/presence/queries.ts";
import type { ComparedPerson } from "#domain/signature/queries.ts";
import { datesOfTrip } from "#domain/trip-day/queries.ts";
import type { IsoDate } from "#lib/dates.ts";
import { mayWrite } from "./rules.ts";
import type { RollCallWalkIn, RollCallWalkIns } from "./schema.ts";

// Who came along without a registration, for callers who have found the trip to be the actor's.

/** As a part of a query about walk-ins: no removal says that it was none. */
const notRemoved = sql`not exists (select from walk_in_removal gone
  where gone.walk_in_id = ${walkIn.id} and gone.trip_day_id = ${walkIn.tripDayId})`;

/** Where a walk-in is from, in words. */
const from = sql<string>`coalesce(${walkIn.institution}, organisation_name_on(${walkIn.organisationId}, ${tripDay.date}))`;

/** What a phone takes along of the walk-ins of a trip. */
export async function walkInsToTake(
  tx: Tx,
  actor: Actor,
  tripId: string,
): Promise<RollCallWalkIns> {
  const here = await walkInsOfTrip(tx, actor, tripId);
  const removed = await tx
    .selectDistinct({ id: walkInRemoval.walkInId })
    .from(walkInRemoval)
    .innerJoin(tripDay, eq(tripDay.id, walkInRemoval.tripDayId))
    .where(eq(tripDay.tripId, tripId));
  const municipalities = await municipalitiesForSelect(actor, "lv");
  return {
    here,
    removed: removed.map(({ id }) => id),
    municipalities: municipalities.map(({ id, name }) => ({ id, name })),
  };
}

/** Who came along on which day, by day and surname. */
export function walkInsOfTrip(tx: Tx, _actor: Actor, tripId: string): Promise<RollCallWalkIn[]> {
  return tx
    .select({
      id: walkIn.id,
      date: tripDay.date,
      givenName: walkIn.givenName,
      familyName: walkIn.familyName,
      organisationId: walkIn.organisationId,
      institution: walkIn.institution,
      from,
      by: nameOfUser,
      revoked: walkIn.revoked,
    })
    .from(walkIn)
    .innerJoin(tripDay, eq(tripDay.id, walkIn.tripDayId))
    .innerJoin(user, eq(user.id, walkIn.recordedBy))
    .where(and(eq(tripDay.tripId, tripId), notRemoved))
    .orderBy(asc(tripDay.date), ...bySurname, asc(walkIn.id));
}

export type WalkInsOfDay = {
  tripId: string;
  /** Somebody can be written down and removed. */
  taken: boolean;
  people: RollCallWalkIn[];
};

/**
 * Who came along on a day of a trip. Organisers of the trip's organisation and administrators, and its crew while the
 * trip runs; null for everybody else, and for a day that is none of the trip's.
 */
export async function walkInsOfDay(
  actor: Actor,
  slug: string,
  date: IsoDate,
  now: Date,
): Promise<WalkInsOfDay | null> {
  const asOrganiser = organisationsOf(actor, "organiser");
  const own = inArray(trip.organisationId, [...asOrganiser, ...organisationsOf(actor, "crew")]);
  const [found] = await database()
    .select({
      tripId: trip.id,
      organisationId: trip.organisationId,
      publishedAt: trip.publishedAt,
      cancelledAt: trip.cancelledAt,
      completedAt: trip.completedAt,
      dayLocked: isLocked,
      dates: datesOfTrip,
    })
    .from(tripDay)
    .innerJoin(trip, eq(trip.id, tripDay.tripId))
    .where(
      and(
        eq(trip.slug, slug),
        sql`${tripDay.date}::text = ${date}`,
        isAdmin(actor) ? undefined : own,
      ),
    );
  if (!found) return null;
  const may = mayWrite(actor, found, now);
  if (!may && !isAdmin(actor)) return null;
  const { tripId } = found;
  const all = await walkInsOfTrip(database(), actor, tripId);
  const people = all.filter((one) => one.date === date);
  return { tripId, taken: may !== null && dayRefusal({ ...found, ...may }) === null, people };
}

/** How many came along, by day; a day without any is not named. */
export async function walkInCounts(tx: Tx, tripId: string): Promise<Map<IsoDate, number>> {
  const rows = await tx
    .select({ date: tripDay.date, people: sql<number>`count(*)::integer` })
    .from(walkIn)
    .innerJoin(tripDay, eq(tripDay.id, walkIn.tripDayId))
    .where(and(eq(tripDay.tripId, tripId), notRemoved))
    .groupBy(tripDay.date);
  return new Map(rows.map(({ date, people }) => [date, people]));
}

/**
 * The walk-ins of a day beside its sheet, as people who count as present: by surname, with what was last read in the
 * sheet's blank rows. Their `registrationId` is the walk-in's.
 */
export async function comparedWalkIns(
  tx: Tx,
  _actor: Actor,
  tripDayId: string,
): Promise<ComparedPerson[]> {
  const lastRead = tx
    .selectDistinctOn([walkInSignature.walkInId], {
      walkInId: walkInSignature.walkInId,
      signed: walkInSignature.signed,
      explanation: walkInSignature.explanation,
    })
    .from(walkInSignature)
    .where(eq(walkInSignature.tripDayId, tripDayId))
    .orderBy(walkInSignature.walkInId, sql`${walkInSignature.sequence} desc`)
    .as("last_read");
  const rows = await tx
    .select({
      registrationId: walkIn.id,
      givenName: walkIn.givenName,
      familyName: walkIn.familyName,
      organisation: from,
      signed: lastRead.signed,
      explanation: lastRead.explanation,
    })
    .from(walkIn)
    .innerJoin(tripDay, eq(tripDay.id, walkIn.tripDayId))
    .leftJoin(lastRead, eq(lastRead.walkInId, walkIn.id))
    .where(and(eq(walkIn.tripDayId, tripDayId), notRemoved))
    .orderBy(...bySurname, asc(walkIn.id));
  return rows.map((row) => ({ ...row, state: "present", isWalkIn: true }));
}

const bySurname = [
  sql`${walkIn.familyName} collate "lv-x-icu"`,
  sql`${walkIn.givenName} collate "lv-x-icu"`,
] as const;

/** As a part of a query of attendance: a row each, in the order of its columns. */
export const walkInsAsRows = (tripId: string) => sql`
  select d.date, null::integer, w.family_name, w.given_name, organisation_name_on(w.organisation_id, d.date), w.institution, null::bigint,
    'walkIn', w.device_at, w.device_at, w.recorded_by, null::boolean
  from walk_in w join trip_day d on d.id = w.trip_day_id
  where d.trip_id = ${tripId} and not exists (select from walk_in_removal gone
    where gone.walk_in_id = w.id and gone.trip_day_id = w.trip_day_id)`;
