import { and, desc, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation, place } from "#db/schema/organisation.ts";
import { user } from "#db/schema/person.ts";
import { message, registration } from "#db/schema/registration.ts";
import { pickup } from "#db/schema/travel.ts";
import { project, trip } from "#db/schema/trip.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor, SystemActor } from "#domain/actor/schema.ts";
import { visibleTo } from "#domain/invitation/queries.ts";
import { itineraryFacts } from "#domain/itinerary/schema.ts";
import { euProjectColumns } from "#domain/project/queries.ts";
import { stateOf } from "#domain/registration/rules.ts";
import { datesOfTrip } from "#domain/trip-day/queries.ts";
import type { IsoDate } from "#lib/dates.ts";
import { calendarToken } from "#lib/keys.ts";
import { type CalendarPlace, type CalendarTrip, calendarMethod } from "./rules.ts";

/** What the calendar of a public trip says; null when there is no such trip. */
export async function tripCalendar(actor: Actor, slug: string): Promise<CalendarTrip | null> {
  const [row] = await database()
    .select(tripColumns)
    .from(trip)
    .innerJoin(organisation, eq(organisation.id, trip.organisationId))
    .leftJoin(project, eq(project.id, trip.projectId))
    .where(and(eq(trip.slug, slug), visibleTo(actor)));
  return row ? tripFrom(row) : null;
}

/** All trips on which the actor has or had a place, with the place: the one that is held, or else the last. */
export async function ownCalendar(
  actor: Actor,
): Promise<{ trip: CalendarTrip; place: CalendarPlace }[]> {
  if (!isPerson(actor)) return [];
  const rows = await placesOf(actor.userId).where(eq(registration.userId, actor.userId));
  return rows.map((row) => ({ trip: tripFrom(row), place: placeFrom(row, actor.userId) }));
}

export type MailedCalendar = {
  method: "PUBLISH" | "CANCEL";
  trip: CalendarTrip;
  place: CalendarPlace;
};

/** What a message brings for the calendar of whoever reads it; null where it brings nothing. */
export async function mailedCalendar(
  _actor: SystemActor,
  messageId: string,
): Promise<MailedCalendar | null> {
  const [said] = await database()
    .select({ kind: message.kind, registrationId: message.registrationId, userId: user.id })
    .from(message)
    .innerJoin(user, eq(user.email, message.recipient))
    .where(eq(message.id, messageId));
  if (!said?.registrationId) return null;
  const { userId } = said;
  const [row] = await placesOf(userId).where(eq(registration.id, said.registrationId));
  if (!row) return null;
  const own = placeFrom(row, userId);
  const method = calendarMethod(said.kind, own, row.confirmedAt !== null);
  // Where somebody gets on is chosen later, and is not taken back by a letter.
  return method && { method, trip: tripFrom(row), place: { ...own, pickup: null } };
}

/** By which the actor's own calendar is read without signing in; null when nobody is signed in. */
export async function ownCalendarToken(actor: Actor): Promise<string | null> {
  if (!isPerson(actor)) return null;
  const [row] = await database()
    .select({ calendarKey: user.calendarKey })
    .from(user)
    .where(eq(user.id, actor.userId));
  return row ? calendarToken(actor.userId, row.calendarKey) : null;
}

const tripColumns = {
  tripId: trip.id,
  slug: trip.slug,
  title: trip.title,
  organiserName: organisation.name,
  organiserNameEn: organisation.nameEn,
  project: euProjectColumns,
  places: sql<string[]>`array(select place.name from trip_place join place on place.id = place_id
    where trip_id = ${trip.id} and trip_place.kind = 'visit' order by trip_place.position)`,
  dates: datesOfTrip,
  publishedDates: sql<IsoDate[]>`array(select distinct day->>'date' from itinerary_version,
    jsonb_array_elements(facts->'days') as day where trip_id = ${trip.id} order by 1)`,
  facts: sql<unknown>`(select facts from itinerary_version where trip_id = ${trip.id}
    order by number desc limit 1)`,
  updatedAt: trip.updatedAt,
  cancelledAt: trip.cancelledAt,
  cancelReason: trip.cancelReason,
};

type TripRow = Omit<CalendarTrip, "organiser" | "itinerary"> & {
  organiserName: string;
  organiserNameEn: string | null;
  facts: unknown;
};

/** Title, organiser and project stand as they were published, like everything else of an itinerary. */
function tripFrom({ organiserName, organiserNameEn, facts, ...row }: TripRow): CalendarTrip {
  const { tripId, slug, places, dates, publishedDates, updatedAt, cancelledAt, cancelReason } = row;
  const known = {
    tripId,
    slug,
    places,
    dates,
    publishedDates,
    updatedAt,
    cancelledAt,
    cancelReason,
  };
  const itinerary = facts ? itineraryFacts.parse(facts) : null;
  const organiser = { lv: organiserName, ...(organiserNameEn ? { en: organiserNameEn } : {}) };
  if (!itinerary) return { ...known, title: row.title, organiser, project: row.project, itinerary };
  const { trip: head, organiser: told, project: funded } = itinerary;
  return { ...known, title: head.title, organiser: told, project: funded, itinerary };
}

/** One row per trip: of the places that somebody has had on it, the one that is held or else the last. */
const placesOf = (userId: string) =>
  database()
    .selectDistinctOn([registration.tripId], {
      ...tripColumns,
      registrationId: registration.id,
      userId: registration.userId,
      createdAt: registration.createdAt,
      confirmedAt: registration.confirmedAt,
      signOffDueAt: registration.signOffDueAt,
      withdrawnAt: registration.withdrawnAt,
      replacedAt: sql<Date | null>`(select max(replaced_at) from replacement
        where registration_id = ${registration.id})`.mapWith(registration.createdAt),
      had: sql<number>`(select count(*)::integer from registration own
        where own.trip_id = ${trip.id} and own.user_id = ${userId}) + ${handedOn(userId)}`,
      lost: sql<number>`(select count(*)::integer from registration own where own.trip_id = ${trip.id}
        and own.user_id = ${userId} and own.withdrawn_at is not null) + ${handedOn(userId)}`,
      pickupId: pickup.id,
      departsAt: pickup.departsAt,
      spot: pickup.spot,
      pickupPlace: place.name,
      pickupChangedAt: sql<Date | null>`(select max(at) from audit_entry
        where trip_id = ${trip.id} and subject_id = ${pickup.id}::text)`.mapWith(
        registration.createdAt,
      ),
      pickupChanges: sql<number>`(select count(*)::integer from audit_entry
        where trip_id = ${trip.id} and subject_id = ${pickup.id}::text)`,
    })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .innerJoin(organisation, eq(organisation.id, trip.organisationId))
    .leftJoin(project, eq(project.id, trip.projectId))
    .leftJoin(pickup, eq(pickup.id, registration.pickupId))
    .leftJoin(place, eq(place.id, pickup.placeId))
    .orderBy(
      registration.tripId,
      sql`${registration.withdrawnAt} is not null`,
      desc(registration.line),
    );

/** How many places of the trip somebody had that are another's now. */
const handedOn = (userId: string) =>
  sql`(select count(*)::integer from replacement join registration theirs
    on theirs.id = registration_id where theirs.trip_id = ${trip.id} and former_user_id = ${userId})`;

type PlaceRow = Awaited<ReturnType<typeof placesOf>>[number];

function placeFrom(row: PlaceRow, userId: string): CalendarPlace {
  const { registrationId, had, lost, createdAt, confirmedAt, withdrawnAt, replacedAt } = row;
  const changes = [createdAt, confirmedAt, withdrawnAt, replacedAt].map(Number);
  const { pickupId, departsAt, spot, pickupPlace, pickupChangedAt, pickupChanges } = row;
  return {
    registrationId,
    state: row.userId === userId ? stateOf(row) : "withdrawn",
    changedAt: new Date(Math.max(...changes)),
    had,
    lost,
    pickup:
      pickupId && departsAt && spot
        ? {
            pickupId,
            departsAt,
            spot,
            place: pickupPlace,
            changedAt: pickupChangedAt ?? createdAt,
            changes: pickupChanges,
          }
        : null,
  };
}
