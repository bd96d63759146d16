import { asc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { lodging, room } from "#db/schema/lodging.ts";
import { organisation } from "#db/schema/organisation.ts";
import { pickup, vehicle } from "#db/schema/travel.ts";
import { daysLater } from "#domain/copy/rules.ts";
import { addDays } from "#lib/dates.ts";

// What a copy of a trip takes along of how people travel and sleep. The caller has found both trips to be
// the actor's.

type Way = { from: string; to: string; days: number };

/** Vehicles and their stops. Drivers stay behind, and a stop for a municipality that is no more is everybody's. */
export async function copyTravel(tx: Tx, { from, to, days }: Way): Promise<void> {
  const vehicles = await tx
    .select({ id: vehicle.id, name: vehicle.name, seats: vehicle.seats })
    .from(vehicle)
    .where(eq(vehicle.tripId, from));
  const stops = await tx
    .select({
      vehicleId: pickup.vehicleId,
      placeId: pickup.placeId,
      spot: pickup.spot,
      departsAt: pickup.departsAt,
      organisationId: sql<string | null>`case when ${organisation.validTo} is null
        then ${pickup.organisationId} end`,
    })
    .from(pickup)
    .leftJoin(organisation, eq(organisation.id, pickup.organisationId))
    .where(eq(pickup.tripId, from))
    .orderBy(asc(pickup.departsAt));
  for (const { id, ...facts } of vehicles) {
    const [made] = await tx
      .insert(vehicle)
      .values({ ...facts, tripId: to })
      .returning({ id: vehicle.id });
    const vehicleId = (made as { id: string }).id;
    const own = stops.filter((stop) => stop.vehicleId === id);
    if (own.length === 0) continue;
    await tx.insert(pickup).values(
      own.map((stop) => ({
        ...stop,
        tripId: to,
        vehicleId,
        departsAt: daysLater(stop.departsAt, days),
      })),
    );
  }
}

/** Lodgings with their rooms, empty. */
export async function copyLodgings(tx: Tx, { from, to, days }: Way): Promise<void> {
  const lodgings = await tx
    .select({
      id: lodging.id,
      name: lodging.name,
      address: lodging.address,
      firstNight: lodging.firstNight,
      lastNight: lodging.lastNight,
    })
    .from(lodging)
    .where(eq(lodging.tripId, from));
  for (const { id, firstNight, lastNight, ...facts } of lodgings) {
    const nights = { firstNight: addDays(firstNight, days), lastNight: addDays(lastNight, days) };
    const [made] = await tx
      .insert(lodging)
      .values({ ...facts, ...nights, tripId: to })
      .returning({ id: lodging.id });
    const lodgingId = (made as { id: string }).id;
    const rooms = await tx
      .select({ name: room.name, kind: room.kind })
      .from(room)
      .where(eq(room.lodgingId, id));
    if (rooms.length) await tx.insert(room).values(rooms.map((one) => ({ ...one, lodgingId })));
  }
}
