import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { LocalizedText } from "#db/schema/columns.ts";
import { organisation, place } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { pickup, vehicle } from "#db/schema/travel.ts";
import { trip } from "#db/schema/trip.ts";
import { isAdmin, isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { tripRuns } from "#domain/attendance/rules.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import { datesOfTrip } from "#domain/trip-day/queries.ts";
import type { IsoDate } from "#lib/dates.ts";
import { hasBegun, showsDriver } from "./rules.ts";

export type Stop = {
  id: string;
  vehicleId: string;
  placeId: string | null;
  place: string | null;
  spot: string;
  departsAt: Date;
  organisationId: string | null;
  organisation: string | null;
  /** How many get on here. */
  people: number;
};

export type Vehicle = {
  id: string;
  name: string;
  seats: number;
  driverName: string | null;
  driverPhone: string | null;
  /** In the order in which it comes to them. */
  stops: Stop[];
};

/** The vehicles of an own trip with their stops, and how many have not chosen; null to everybody else. */
export async function travelOfTrip(
  actor: Actor,
  tripId: string,
): Promise<{ vehicles: Vehicle[]; unassigned: number } | null> {
  const own = inArray(trip.organisationId, organisationsOf(actor, "organiser"));
  if (!(await database().$count(trip, and(eq(trip.id, tripId), own)))) return null;
  const [vehicles, unassigned] = await Promise.all([
    vehiclesOf(tripId),
    database().$count(registration, and(going(tripId), isNull(registration.pickupId))),
  ]);
  return { vehicles, unassigned };
}

export type PickupChoices = {
  registrationId: string;
  chosen: string | null;
  /** The choice can still be changed. */
  open: boolean;
  stops: (Stop & { free: number })[];
  /** The own vehicle with its driver, from the day before the trip on. */
  vehicle: { name: string; driverName: string | null; driverPhone: string | null } | null;
};

/** Where the actor can get on for a trip, being confirmed on it; null when there is nothing to choose. */
export async function pickupChoices(
  actor: Actor,
  slug: string,
  now: Date,
): Promise<PickupChoices | null> {
  if (!isPerson(actor)) return null;
  const [own] = await database()
    .select({
      registrationId: registration.id,
      organisationId: registration.organisationId,
      chosen: registration.pickupId,
      tripId: trip.id,
      over: sql<boolean>`${trip.cancelledAt} is not null or ${trip.completedAt} is not null`,
      dates: datesOfTrip,
    })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .where(
      and(
        eq(trip.slug, slug),
        eq(registration.userId, actor.userId),
        isNotNull(registration.confirmedAt),
        isNull(registration.withdrawnAt),
      ),
    );
  if (!own) return null;
  const vehicles = await vehiclesOf(own.tripId);
  const stops = vehicles.flatMap((one) => {
    const free = one.seats - one.stops.reduce((sum, { people }) => sum + people, 0);
    return one.stops.map((stop) => ({ ...stop, free }));
  });
  const fits = stops.filter(
    ({ id, organisationId }) =>
      id === own.chosen || organisationId === null || organisationId === own.organisationId,
  );
  if (fits.length === 0) return null;
  const mine = vehicles.find((one) => one.stops.some(({ id }) => id === own.chosen));
  return {
    registrationId: own.registrationId,
    chosen: own.chosen,
    open: !own.over && !hasBegun(own.dates, now),
    stops: fits,
    vehicle: mine && showsDriver(own.dates, now) ? mine : null,
  };
}

export type Manifest = {
  trip: { title: LocalizedText; slug: string; organisation: string };
  vehicle: Vehicle;
  people: Aboard[];
  /** Confirmed people without a pick-up, on no vehicle. */
  unassigned: Aboard[];
};

type Aboard = {
  registrationId: string;
  givenName: string;
  familyName: string;
  organisation: string;
  phone: string;
  pickupId: string | null;
};

/**
 * Who gets on a vehicle and where, by surname, with phone numbers: for the trip's organiser, for its crew
 * while the trip runs, and for administrators. Reading it is recorded.
 */
export async function manifest(
  actor: Actor,
  slug: string,
  vehicleId: string,
  now: Date,
): Promise<Manifest | null> {
  const [found] = await database()
    .select({
      tripId: trip.id,
      title: trip.title,
      organisationId: trip.organisationId,
      organisation: nameOnTrip(trip.id),
      dates: datesOfTrip,
    })
    .from(trip)
    .innerJoin(organisation, eq(organisation.id, trip.organisationId))
    .where(eq(trip.slug, slug));
  if (!found || !mayRead(actor, found, now)) return null;
  const vehicles = await vehiclesOf(found.tripId);
  const wanted = vehicles.find(({ id }) => id === vehicleId);
  if (!wanted) return null;
  const everybody = await peopleOf(found.tripId);
  const stops = wanted.stops.map(({ id }) => id);
  await recordAudit(database(), actor, {
    action: "vehicle.list",
    subjectId: vehicleId,
    tripId: found.tripId,
  });
  return {
    trip: { title: found.title, slug, organisation: found.organisation },
    vehicle: wanted,
    people: everybody.filter(({ pickupId }) => pickupId !== null && stops.includes(pickupId)),
    unassigned: everybody.filter(({ pickupId }) => pickupId === null),
  };
}

function mayRead(
  actor: Actor,
  { organisationId, dates }: { organisationId: string; dates: IsoDate[] },
  now: Date,
): boolean {
  if (isAdmin(actor)) return true;
  if (organisationsOf(actor, "organiser").includes(organisationId)) return true;
  return organisationsOf(actor, "crew").includes(organisationId) && tripRuns(dates, now);
}

/** People, and no places that are unnamed still. */
const going = (tripId: string) =>
  and(
    eq(registration.tripId, tripId),
    isNotNull(registration.userId),
    isNotNull(registration.confirmedAt),
    isNull(registration.withdrawnAt),
  );

const peopleOf = (tripId: string): Promise<Aboard[]> =>
  database()
    .select({
      registrationId: registration.id,
      givenName: registration.givenName,
      familyName: registration.familyName,
      organisation: nameOnTrip(registration.tripId),
      phone: registration.phone,
      pickupId: registration.pickupId,
    })
    .from(registration)
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .where(or(going(tripId)))
    .orderBy(
      asc(sql`${registration.familyName} collate "lv-x-icu"`),
      asc(sql`${registration.givenName} collate "lv-x-icu"`),
    );

async function vehiclesOf(tripId: string): Promise<Vehicle[]> {
  const [vehicles, stops] = await Promise.all([
    database()
      .select({
        id: vehicle.id,
        name: vehicle.name,
        seats: vehicle.seats,
        driverName: vehicle.driverName,
        driverPhone: vehicle.driverPhone,
      })
      .from(vehicle)
      .where(eq(vehicle.tripId, tripId))
      .orderBy(sql`${vehicle.name} collate "lv-x-icu"`),
    database()
      .select({
        id: pickup.id,
        vehicleId: pickup.vehicleId,
        placeId: pickup.placeId,
        place: place.name,
        spot: pickup.spot,
        departsAt: pickup.departsAt,
        organisationId: pickup.organisationId,
        organisation: sql<string | null>`${nameOnTrip(pickup.tripId)}`,
        people: sql<number>`(select count(*)::integer from registration
          where pickup_id = ${pickup.id} and withdrawn_at is null)`,
      })
      .from(pickup)
      .leftJoin(place, eq(place.id, pickup.placeId))
      .leftJoin(organisation, eq(organisation.id, pickup.organisationId))
      .where(eq(pickup.tripId, tripId))
      .orderBy(asc(pickup.departsAt)),
  ]);
  return vehicles.map((one) => ({
    ...one,
    stops: stops.filter(({ vehicleId }) => vehicleId === one.id),
  }));
}
