import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { selfCheckIn } from "#db/schema/badge.ts";
import type { LocalizedText } from "#db/schema/columns.ts";
import { registration } from "#db/schema/registration.ts";
import { pickup } from "#db/schema/travel.ts";
import { trip, tripDay } from "#db/schema/trip.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { attendanceTrip } from "#domain/attendance/queries.ts";
import { type AttendanceState, stateOf } from "#domain/attendance/rules.ts";
import { dayIsLocked, isLocked } from "#domain/day-lock/queries.ts";
import { newestFacts } from "#domain/itinerary/queries.ts";
import { markColumns, ofHolder } from "#domain/presence/queries.ts";
import { clockInRiga, type IsoDate } from "#lib/dates.ts";
import {
  type CheckInPlace,
  checkInRefusal,
  codeAt,
  placeOfCode,
  secondsLeft,
  validity,
} from "./rules.ts";

/** The name of a place other than a whole day, and the clock time there: "07:30". */
export type PlaceName = { name: LocalizedText; time: string; isPickup: boolean };

export type ShownCode = {
  tripId: string;
  title: LocalizedText;
  date: IsoDate;
  place: PlaceName | null;
  /** Why no code is shown; null where one is. */
  refusal: "off" | ReturnType<typeof checkInRefusal>;
  code: string | null;
  secondsLeft: number;
  present: number;
  all: number;
};

/**
 * What a leader shows for people to check in by, at this moment. For whoever may mark attendance now: organisers of the
 * trip's organisation, and its crew while it runs; null to everybody else, and for a place that is none of the trip's.
 */
export async function shownCode(
  actor: Actor,
  slug: string,
  place: CheckInPlace,
  now: Date,
): Promise<ShownCode | null> {
  const tripId = await attendanceTrip(actor, slug, now);
  if (!tripId) return null;
  const [found] = await database()
    .select({
      title: trip.title,
      cancelledAt: trip.cancelledAt,
      completedAt: trip.completedAt,
      dayLocked: isLocked,
      tripDayId: tripDay.id,
      key: selfCheckIn.key,
    })
    .from(tripDay)
    .innerJoin(trip, eq(trip.id, tripDay.tripId))
    .leftJoin(selfCheckIn, eq(selfCheckIn.tripId, trip.id))
    .where(and(eq(trip.id, tripId), sql`${tripDay.date}::text = ${place.date}`));
  const name = found && (await placeName(actor, tripId, place));
  if (!found || name === undefined) return null;
  const refusal = found.key ? checkInRefusal(found, place.date, now) : "off";
  const code = found.key && !refusal ? codeAt(found.key, tripId, place, now) : null;
  return {
    tripId,
    title: found.title,
    date: place.date,
    place: name,
    refusal,
    code,
    secondsLeft: secondsLeft(now),
    ...(await countIn(tripId, found.tripDayId, place)),
  };
}

/** Whether people of a trip check in themselves, for whoever may mark its attendance now. */
export async function checksIn(actor: Actor, slug: string, now: Date): Promise<boolean | null> {
  const tripId = await attendanceTrip(actor, slug, now);
  if (!tripId) return null;
  return (await database().$count(selfCheckIn, eq(selfCheckIn.tripId, tripId))) > 0;
}

export type OwnCheckIn = {
  title: LocalizedText;
  date: IsoDate;
  place: PlaceName | null;
  /** Why the actor cannot check in by it; null where that is possible. */
  refusal: "expired" | ReturnType<typeof checkInRefusal>;
  /** The actor has checked in here. */
  done: boolean;
  state: AttendanceState;
};

/**
 * What a code that the actor has scanned stands for, for somebody with a confirmed seat on a trip where people check in
 * themselves; null to everybody else, and for a code that was never made. Reading it changes nothing.
 */
export async function ownCheckIn(
  actor: Actor,
  slug: string,
  code: string,
  now: Date,
): Promise<OwnCheckIn | null> {
  if (!isPerson(actor)) return null;
  const found = await scanned(database(), actor, { slug, code }, now);
  if (!found) return null;
  const { title, place, refusal, marks } = found;
  return {
    title,
    date: place.date,
    place: (await placeName(actor, found.tripId, place)) ?? null,
    refusal,
    done: marks.some(({ byAttendee }) => byAttendee),
    state: stateOf(marks),
  };
}

/** The actor's seat and the place of a code, with what is marked there; `hold` keeps the seat from changing meanwhile. */
export async function scanned(
  tx: Tx,
  actor: PersonActor,
  { slug, code }: { slug: string; code: string },
  now: Date,
  { hold = false } = {},
) {
  const place = placeOfCode(code);
  if (!place) return null;
  const seats = tx
    .select({
      registrationId: registration.id,
      tripId: trip.id,
      organisationId: trip.organisationId,
      title: trip.title,
      cancelledAt: trip.cancelledAt,
      completedAt: trip.completedAt,
      tripDayId: tripDay.id,
      key: selfCheckIn.key,
    })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .innerJoin(selfCheckIn, eq(selfCheckIn.tripId, trip.id))
    .innerJoin(tripDay, eq(tripDay.tripId, trip.id))
    .where(
      and(
        eq(trip.slug, slug),
        isNotNull(trip.publishedAt),
        eq(registration.userId, actor.userId),
        isNotNull(registration.confirmedAt),
        isNull(registration.withdrawnAt),
        sql`${tripDay.date}::text = ${place.date}`,
      ),
    );
  const [seat] = await (hold ? seats.for("update", { of: registration }) : seats);
  if (!seat) return null;
  const made = validity(code, seat, now);
  if (made === "forged") return null;
  const dayLocked = await dayIsLocked(tx, seat.tripDayId);
  const closed = checkInRefusal({ ...seat, dayLocked }, place.date, now);
  const marks = await marksThere(tx, seat, place);
  return { ...seat, place, refusal: closed ?? (made === "expired" ? made : null), marks };
}

function marksThere(
  tx: Tx,
  { registrationId, tripDayId }: { registrationId: string; tripDayId: string },
  { agendaItemId, pickupId }: CheckInPlace,
) {
  return tx
    .select({ id: attendance.id, ...markColumns })
    .from(attendance)
    .where(
      and(
        eq(attendance.registrationId, registrationId),
        eq(attendance.tripDayId, tripDayId),
        sql`${attendance.agendaItemId} is not distinct from ${agendaItemId}::uuid`,
        sql`${attendance.pickupId} is not distinct from ${pickupId}::uuid`,
        ofHolder,
      ),
    );
}

/** Null for a whole day, undefined where the trip has no such place. */
async function placeName(
  actor: Actor,
  tripId: string,
  { date, agendaItemId, pickupId }: CheckInPlace,
): Promise<PlaceName | null | undefined> {
  if (agendaItemId && pickupId) return undefined;
  if (pickupId) {
    const [stop] = await database()
      .select({ spot: pickup.spot, departsAt: pickup.departsAt })
      .from(pickup)
      .where(and(eq(pickup.tripId, tripId), sql`${pickup.id}::text = ${pickupId}`));
    return stop && { name: { lv: stop.spot }, time: clockInRiga(stop.departsAt), isPickup: true };
  }
  if (!agendaItemId) return null;
  const facts = await newestFacts(actor, tripId);
  const day = facts?.days.find((one) => one.date === date);
  const item = day?.items.find((one) => one.id === agendaItemId);
  return item && { name: item.title, time: clockInRiga(new Date(item.startsAt)), isPickup: false };
}

async function countIn(
  tripId: string,
  tripDayId: string,
  { agendaItemId, pickupId }: CheckInPlace,
): Promise<{ present: number; all: number }> {
  const state = sql`attendance_state(${registration.id}, ${tripDayId}::uuid, ${agendaItemId}::uuid, ${pickupId}::uuid)`;
  const [counted] = await database()
    .select({
      all: sql<number>`count(*)::integer`,
      present: sql<number>`(count(*) filter (where ${state} = 'present'))::integer`,
    })
    .from(registration)
    .where(
      and(
        eq(registration.tripId, tripId),
        isNotNull(registration.userId),
        isNotNull(registration.confirmedAt),
        isNull(registration.withdrawnAt),
        pickupId ? sql`${registration.pickupId}::text = ${pickupId}` : undefined,
      ),
    );
  return counted ?? { present: 0, all: 0 };
}
