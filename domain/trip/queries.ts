import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { LocalizedText } from "#db/schema/columns.ts";
import { organisation } from "#db/schema/organisation.ts";
import { project, quota, trip } from "#db/schema/trip.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { visibleTo } from "#domain/invitation/queries.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import { type RoutePlace, routeOf } from "#domain/route/queries.ts";
import { type SeatSummary, seatSummaries } from "#domain/seat/queries.ts";
import type { IsoDate } from "#lib/dates.ts";
import { type TripState, tripState } from "./rules.ts";
import type { Topic } from "./schema.ts";

/** A published trip as a list of trips shows it. */
export type ListedTrip = {
  slug: string;
  title: LocalizedText;
  /** Days in order; none in doubt. */
  dates: IsoDate[];
  /** Where it goes, each place once, in order. */
  places: string[];
  /** Regions of those places. */
  regions: string[];
  topics: Topic[];
  project: { number: string; shortName: string } | null;
  state: TripState;
  registrationOpensAt: Date;
  registrationDeadline: Date;
  seats: SeatSummary;
};

/** All published trips at a moment, by their first day. */
export async function publishedTrips(_actor: Actor, now: Date): Promise<ListedTrip[]> {
  const rows = await database()
    .select({
      tripId: trip.id,
      slug: trip.slug,
      title: trip.title,
      topics: sql<Topic[]>`${trip.topics}`,
      project: { number: project.number, shortName: project.shortName },
      registrationOpensAt: trip.registrationOpensAt,
      registrationDeadline: trip.registrationDeadline,
      publishedAt: trip.publishedAt,
      cancelledAt: trip.cancelledAt,
      completedAt: trip.completedAt,
      dates: sql<IsoDate[]>`array(
        select date::text from trip_day where trip_id = ${trip.id} order by date)`.as("dates"),
      visits: sql<{ name: string; region: string }[]>`coalesce((
        select json_agg(json_build_object('name', place.name, 'region', place.region) order by position)
        from trip_place join place on place.id = place_id
        where trip_id = ${trip.id} and kind = 'visit'), '[]')`,
    })
    .from(trip)
    .leftJoin(project, eq(project.id, trip.projectId))
    .where(and(isNotNull(trip.publishedAt), eq(trip.invitationOnly, false)))
    .orderBy(sql`dates`, asc(trip.slug));
  const seats = await seatSummaries(
    rows.map(({ tripId }) => tripId),
    now,
  );
  return rows.map(({ tripId, visits, publishedAt, cancelledAt, completedAt, ...facts }) => ({
    ...facts,
    places: [...new Set(visits.map(({ name }) => name))],
    regions: [...new Set(visits.map(({ region }) => region))],
    state: tripState({ ...facts, publishedAt, cancelledAt, completedAt }, now),
    seats: seats.get(tripId) as SeatSummary,
  }));
}

/** What the page of a trip says beyond its call and its itinerary. */
export type PublishedTrip = {
  aim: LocalizedText;
  costs: LocalizedText | null;
  topics: Topic[];
  /** In which the trip is held. */
  languages: string[];
  route: RoutePlace[];
  /** Organisations that may have no more than so many seats. */
  maxima: { name: LocalizedText; seats: number }[];
  /** Who had seats, by name as it was then, with what became of a municipality that is no more. */
  senders: Sender[];
};

export type Sender = {
  name: LocalizedText;
  seats: number;
  /** Today's municipalities, where this one is no more. */
  successors: string[];
  note: LocalizedText | null;
};

/** A published trip by the last part of its address; null when there is none. */
export async function publishedTrip(actor: Actor, slug: string): Promise<PublishedTrip | null> {
  const [found] = await database()
    .select({
      tripId: trip.id,
      aim: trip.aim,
      costs: trip.costs,
      topics: sql<Topic[]>`${trip.topics}`,
      languages: trip.languages,
    })
    .from(trip)
    .where(and(eq(trip.slug, slug), visibleTo(actor)));
  if (!found) return null;
  const { tripId, ...facts } = found;
  const [route, quotas] = await Promise.all([routeOf(database(), tripId), quotasOf(tripId)]);
  return {
    ...facts,
    route,
    maxima: quotas.flatMap(({ name, maximum }) =>
      maximum === null ? [] : [{ name, seats: maximum }],
    ),
    senders: quotas.flatMap(({ name, taken: seats, successors, note }) =>
      seats ? [{ name, seats, successors, note }] : [],
    ),
  };
}

async function quotasOf(tripId: string) {
  const rows = await database()
    .select({
      name: nameOnTrip(quota.tripId),
      nameEn: organisation.nameEn,
      note: organisation.note,
      successors: sql<string[]>`array(
        select next.name from organisation_successor
        join organisation next on next.id = successor_id
        where organisation_id = ${organisation.id} order by next.name)`,
      maximum: quota.maximum,
      taken: quota.taken,
    })
    .from(quota)
    .innerJoin(organisation, eq(organisation.id, quota.organisationId))
    .where(eq(quota.tripId, tripId))
    .orderBy(asc(organisation.name));
  return rows.map(({ name, nameEn, ...row }) => ({
    ...row,
    name: { lv: name, ...(nameEn ? { en: nameEn } : {}) },
  }));
}
