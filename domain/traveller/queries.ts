import { and, asc, desc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { badge } from "#db/schema/badge.ts";
import { bed, lodging, room } from "#db/schema/lodging.ts";
import { need } from "#db/schema/need.ts";
import { place } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { pickup, vehicle } from "#db/schema/travel.ts";
import { trip } from "#db/schema/trip.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { badgeColumns, badgeOf } from "#domain/badge/queries.ts";
import { showsDriver } from "#domain/travel/rules.ts";
import { datesOfTrip } from "#domain/trip-day/queries.ts";
import { printedAction, type TravellerFacts } from "./schema.ts";

/** What concerns the actor alone of a trip on which the seat is confirmed; null to everybody else. */
export async function traveller(
  actor: Actor,
  registrationId: string,
  now: Date,
): Promise<TravellerFacts | null> {
  if (!isPerson(actor)) return null;
  const [row] = await database()
    .select({
      registrationId: registration.id,
      tripId: trip.id,
      tripSlug: trip.slug,
      locale: registration.locale,
      name: sql<string>`trim(${registration.givenName} || ' ' || ${registration.familyName})`,
      made: badgeColumns,
      delegationId: registration.delegationId,
      dates: datesOfTrip,
      contactName: trip.contactName,
      contactPhone: trip.contactPhone,
      need: { diet: need.diet, allergy: need.allergy, access: need.access },
      pickup: {
        place: place.name,
        spot: pickup.spot,
        departsAt: pickup.departsAt,
        vehicle: vehicle.name,
        driverName: vehicle.driverName,
        driverPhone: vehicle.driverPhone,
      },
    })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .innerJoin(badge, eq(badge.registrationId, registration.id))
    .leftJoin(need, eq(need.registrationId, registration.id))
    .leftJoin(pickup, eq(pickup.id, registration.pickupId))
    .leftJoin(vehicle, eq(vehicle.id, pickup.vehicleId))
    .leftJoin(place, eq(place.id, pickup.placeId))
    .where(
      and(
        sql`${registration.id}::text = ${registrationId}`,
        eq(registration.userId, actor.userId),
        isNotNull(registration.confirmedAt),
        isNull(registration.withdrawnAt),
      ),
    );
  if (!row) return null;
  const { delegationId, dates, contactName, contactPhone, made, pickup: stop, ...facts } = row;
  const [rooms, head, printed] = await Promise.all([
    roomsOf(row.registrationId),
    delegationId && showsDriver(dates, now) ? headOf(delegationId, row.registrationId) : null,
    lastPrinted(actor.userId, row.registrationId),
  ]);
  const { spot, departsAt, vehicle: by, driverName, driverPhone, place: where } = stop;
  const driver = showsDriver(dates, now) ? { name: driverName, phone: driverPhone } : null;
  return {
    ...facts,
    ...badgeOf(made),
    pickup: spot && departsAt && by ? { place: where, spot, departsAt, vehicle: by, driver } : null,
    rooms,
    head,
    contact: contactName || contactPhone ? { name: contactName, phone: contactPhone } : null,
    printed,
  };
}

/** So that a paper that is opened once more has its marks still. */
async function lastPrinted(userId: string, registrationId: string): Promise<number | null> {
  const [last] = await database()
    .select({ number: sql<number>`(${auditEntry.details} ->> 'number')::integer` })
    .from(auditEntry)
    .innerJoin(registration, eq(registration.tripId, auditEntry.tripId))
    .where(
      and(
        eq(registration.id, registrationId),
        eq(auditEntry.subjectId, registrationId),
        eq(auditEntry.action, printedAction),
        eq(auditEntry.actorId, userId),
        sql`(${auditEntry.details} ->> 'number')::integer < (
          select max(number) from itinerary_version where trip_id = ${registration.tripId})`,
      ),
    )
    .orderBy(desc(sql`(${auditEntry.details} ->> 'number')::integer`))
    .limit(1);
  return last?.number ?? null;
}

const roomsOf = (registrationId: string) =>
  database()
    .select({
      lodging: lodging.name,
      address: lodging.address,
      room: room.name,
      firstNight: lodging.firstNight,
      lastNight: lodging.lastNight,
    })
    .from(bed)
    .innerJoin(room, eq(room.id, bed.roomId))
    .innerJoin(lodging, eq(lodging.id, bed.lodgingId))
    .where(eq(bed.registrationId, registrationId))
    .orderBy(asc(lodging.firstNight));

async function headOf(delegationId: string, registrationId: string) {
  const [head] = await database()
    .select({
      name: sql<string>`trim(${registration.givenName} || ' ' || ${registration.familyName})`,
      phone: registration.phone,
    })
    .from(registration)
    .where(
      and(
        eq(registration.delegationId, delegationId),
        registration.isHead,
        isNotNull(registration.confirmedAt),
        isNull(registration.withdrawnAt),
        ne(registration.id, registrationId),
      ),
    );
  return head ?? null;
}
