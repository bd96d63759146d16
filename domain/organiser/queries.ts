import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { LocalizedText } from "#db/schema/columns.ts";
import { organisation, place } from "#db/schema/organisation.ts";
import { quota, trip, tripDay, tripPlace, tripSeat } from "#db/schema/trip.ts";
import { isAdmin, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import {
  completionRefusal,
  type FieldProblems,
  missingForPublishing,
  overBecause,
  type TripState,
  tripState,
} from "#domain/trip/rules.ts";
import { datesOfTrip } from "#domain/trip-day/queries.ts";
import type { IsoDate } from "#lib/dates.ts";

// What the organiser of a trip sees of it; the public sees less, through domain/trip.

export type TripLine = {
  slug: string;
  /** The actor organises it; otherwise it is there to be read. */
  mayChange: boolean;
  title: LocalizedText;
  dates: IsoDate[];
  state: TripState;
  registrationDeadline: Date;
  capacity: number;
  taken: number;
  waiting: number;
};

/** Trips of the organisations for which the actor organises, the latest first; to administrators all trips. */
export async function ownTrips(actor: Actor, now: Date): Promise<TripLine[]> {
  const rows = await database()
    .select({
      slug: trip.slug,
      organisationId: trip.organisationId,
      title: trip.title,
      ...dated,
      dates: datesOfTrip,
      capacity: tripSeat.capacity,
      taken: tripSeat.taken,
      waiting: tripSeat.waiting,
    })
    .from(trip)
    .innerJoin(tripSeat, eq(tripSeat.tripId, trip.id))
    .where(toRead(actor))
    .orderBy(
      desc(sql`(select min(date) from trip_day where trip_id = trip.id)`),
      desc(trip.createdAt),
    );
  const mine = organisationsOf(actor, "organiser");
  return rows.map((row) => ({
    slug: row.slug,
    mayChange: mine.includes(row.organisationId),
    title: row.title,
    dates: row.dates,
    state: tripState(row, now),
    registrationDeadline: row.registrationDeadline,
    capacity: row.capacity,
    taken: row.taken,
    waiting: row.waiting,
  }));
}

export type OwnTrip = {
  tripId: string;
  slug: string;
  organisationId: string;
  organisation: string;
  projectId: string | null;
  title: LocalizedText;
  aim: LocalizedText;
  costs: LocalizedText | null;
  contactName: string | null;
  contactPhone: string | null;
  topics: string[];
  languages: string[];
  /** Kilometres an hour as the crow flies. */
  travelSpeed: number;
  /** Days after the trip after which needs are deleted. */
  needsKeptDays: number;
  dates: IsoDate[];
  /** The route in order. */
  places: { placeId: string; name: string; kind: "pickup" | "visit" }[];
  registrationOpensAt: Date;
  registrationDeadline: Date;
  timesIllustrative: boolean;
  invitationOnly: boolean;
  cancelReason: LocalizedText | null;
  state: TripState;
  /** It can be called completed: published, and its last day has come. */
  canComplete: boolean;
  /** What a draft still lacks, by field; empty once it is published. */
  missing: FieldProblems;
  seats: OwnSeats;
};

export type OwnSeats = {
  capacity: number;
  allocationOrder: "first-come" | "spread";
  releaseAt: Date | null;
  released: boolean;
  promotionEndsAt: Date;
  namesFrozenAt: Date;
  signOffHours: number | null;
  taken: number;
  held: number;
  waiting: number;
  /** By name. */
  quotas: {
    organisationId: string;
    name: string;
    guaranteed: number;
    maximum: number | null;
    taken: number;
    waiting: number;
  }[];
};

/** A trip of an organisation for which the actor organises; null to everybody else. */
export async function ownTrip(actor: Actor, slug: string, now: Date): Promise<OwnTrip | null> {
  return tripWhere(and(eq(trip.slug, slug), own(actor)), now);
}

/** A trip whose registrations the actor may read: its organiser, who may also change it, or an administrator. */
export async function tripToRead(
  actor: Actor,
  slug: string,
  now: Date,
): Promise<(OwnTrip & { mayChange: boolean }) | null> {
  const found = await tripWhere(and(eq(trip.slug, slug), toRead(actor)), now);
  if (!found) return null;
  const mayChange = organisationsOf(actor, "organiser").includes(found.organisationId);
  return { ...found, mayChange };
}

async function tripWhere(where: SQL | undefined, now: Date): Promise<OwnTrip | null> {
  const [row] = await database()
    .select({
      tripId: trip.id,
      slug: trip.slug,
      organisationId: trip.organisationId,
      organisation: organisation.name,
      projectId: trip.projectId,
      title: trip.title,
      aim: trip.aim,
      costs: trip.costs,
      contactName: trip.contactName,
      contactPhone: trip.contactPhone,
      topics: trip.topics,
      languages: trip.languages,
      travelSpeed: trip.travelSpeed,
      needsKeptDays: trip.needsKeptDays,
      ...dated,
      timesIllustrative: trip.timesIllustrative,
      invitationOnly: trip.invitationOnly,
      cancelReason: trip.cancelReason,
      seats: {
        capacity: tripSeat.capacity,
        allocationOrder: tripSeat.allocationOrder,
        releaseAt: tripSeat.releaseAt,
        releasedAt: tripSeat.releasedAt,
        promotionEndsAt: tripSeat.promotionEndsAt,
        namesFrozenAt: tripSeat.namesFrozenAt,
        signOffHours: tripSeat.signOffHours,
        taken: tripSeat.taken,
        held: tripSeat.held,
        waiting: tripSeat.waiting,
      },
    })
    .from(trip)
    .innerJoin(organisation, eq(organisation.id, trip.organisationId))
    .innerJoin(tripSeat, eq(tripSeat.tripId, trip.id))
    .where(where);
  if (!row) return null;
  const [days, stops, quotas] = await Promise.all([
    daysOf(row.tripId),
    placesOf(row.tripId),
    quotasOf(row.tripId),
  ]);
  const { publishedAt, cancelledAt: _cancelled, completedAt: _completed, seats, ...facts } = row;
  const { releasedAt, ...kept } = seats;
  const dates = days.map(({ date }) => date);
  const state = tripState(row, now);
  return {
    ...facts,
    dates,
    places: stops,
    state,
    canComplete: !overBecause(row) && !completionRefusal({ publishedAt, dates }, now),
    missing:
      state === "draft"
        ? missingForPublishing({ ...facts, dates, placeCount: stops.length }, now)
        : {},
    seats: { ...kept, released: releasedAt !== null, quotas },
  };
}

const own = (actor: Actor) => inArray(trip.organisationId, organisationsOf(actor, "organiser"));

const toRead = (actor: Actor) => (isAdmin(actor) ? undefined : own(actor));

const dated = {
  registrationOpensAt: trip.registrationOpensAt,
  registrationDeadline: trip.registrationDeadline,
  publishedAt: trip.publishedAt,
  cancelledAt: trip.cancelledAt,
  completedAt: trip.completedAt,
};

const daysOf = (tripId: string) =>
  database()
    .select({ date: tripDay.date })
    .from(tripDay)
    .where(eq(tripDay.tripId, tripId))
    .orderBy(asc(tripDay.date));

const placesOf = (tripId: string) =>
  database()
    .select({ placeId: tripPlace.placeId, name: place.name, kind: tripPlace.kind })
    .from(tripPlace)
    .innerJoin(place, eq(place.id, tripPlace.placeId))
    .where(eq(tripPlace.tripId, tripId))
    .orderBy(asc(tripPlace.position));

const quotasOf = (tripId: string) =>
  database()
    .select({
      organisationId: quota.organisationId,
      name: nameOnTrip(quota.tripId),
      guaranteed: quota.guaranteed,
      maximum: quota.maximum,
      taken: quota.taken,
      waiting: quota.waiting,
    })
    .from(quota)
    .innerJoin(organisation, eq(organisation.id, quota.organisationId))
    .where(eq(quota.tripId, tripId))
    .orderBy(sql`${organisation.name} collate "lv-x-icu"`);
