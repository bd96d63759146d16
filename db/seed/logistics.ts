import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { trip } from "#db/schema/trip.ts";
import { actorOf } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { shiftItems } from "#domain/arrangement/commands.ts";
import { choosePickup } from "#domain/boarding/commands.ts";
import { publishItinerary } from "#domain/itinerary/commands.ts";
import { draftItinerary } from "#domain/itinerary/queries.ts";
import { addRooms, planByWishes, saveLodging, wishRoom } from "#domain/lodging/commands.ts";
import { savePickup, saveVehicle } from "#domain/travel/commands.ts";
import type { IsoDate } from "#lib/dates.ts";
import { done } from "./once.ts";
import type { Records } from "./records.ts";

const slug = "jauniesi-un-kultura-liepaja";

/** Where the bus stops, and whose people get on there; all others at the last. */
const stops = [
  { place: "Krāslava", spot: "pie novada pašvaldības, Rīgas iela 51", clock: "05:45" },
  { place: "Daugavpils", spot: "pie autoostas, Viestura iela 10", clock: "06:40" },
  { place: "Līvāni", spot: "pie kultūras centra, Rīgas iela 77", clock: "07:35" },
] as const;

const boards: Record<string, number> = {
  "Krāslavas novads": 0,
  "Ludzas novads": 0,
  "Rēzeknes novads": 1,
  "Augšdaugavas novads": 1,
  "Daugavpils valstspilsēta": 1,
};

/** The trip to Liepāja has a bus, a hotel, and an itinerary that was published twice. */
export async function loadLogistics(records: Records, today: Date): Promise<void> {
  const { organiser } = records;
  const [going] = await database()
    .select({ tripId: trip.id })
    .from(trip)
    .where(eq(trip.slug, slug));
  if (!going) throw new Error(`There is no trip ${slug}`);
  const { tripId } = going;
  const draft = await draftItinerary(organiser, slug);
  const [firstDay = "", ...others] = draft?.days.map(({ date }) => date) ?? [];
  const travellers = await travellersOf(tripId);
  await loadBus(records, { tripId, date: firstDay }, travellers, today);
  if (others.length > 0) await loadHotel(organiser, { tripId, night: firstDay }, travellers, today);
  const first = draft?.days[0]?.items[0];
  if (!first) return;
  done(await shiftItems(organiser, { itemId: first.id, minutes: 15 }, today));
  done(await publishItinerary(organiser, { tripId, note: "Pusdienām vairāk laika" }, today));
}

type Traveller = {
  registrationId: string;
  actor: PersonActor;
  name: string;
  municipality: string;
};

/** Everybody with a seat, in the order in which they registered. */
async function travellersOf(tripId: string): Promise<Traveller[]> {
  const rows = await database()
    .select({
      registrationId: registration.id,
      userId: registration.userId,
      name: sql<string>`${registration.givenName} || ' ' || ${registration.familyName}`,
      municipality: organisation.name,
    })
    .from(registration)
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .where(and(eq(registration.tripId, tripId), isNotNull(registration.confirmedAt)))
    .orderBy(asc(registration.line));
  const travellers = [];
  for (const { userId, ...row } of rows) {
    const actor = userId ? await actorOf(userId) : null;
    if (actor) travellers.push({ ...row, actor });
  }
  return travellers;
}

async function loadBus(
  { organiser, placeIds }: Records,
  { tripId, date }: { tripId: string; date: IsoDate },
  travellers: readonly Traveller[],
  today: Date,
): Promise<void> {
  const bus = { tripId, name: "Autobuss", seats: 30 };
  const driver = { driverName: "Juris Kalniņš", driverPhone: "+371 20 000 017" };
  const { vehicleId } = done(await saveVehicle(organiser, { ...bus, ...driver }, today));
  const pickupIds: string[] = [];
  for (const { place, spot, clock } of stops) {
    const stop = { tripId, vehicleId, placeId: placeIds[place] ?? null, spot, date, clock };
    const saved = await savePickup(organiser, { ...stop, organisationId: null }, today);
    pickupIds.push(done(saved).pickupId);
  }
  // A few have not chosen yet.
  for (const { registrationId, municipality } of travellers.slice(0, -3)) {
    const pickupId = pickupIds[boards[municipality] ?? 2] ?? null;
    done(await choosePickup(organiser, { registrationId, pickupId }, today));
  }
}

async function loadHotel(
  organiser: PersonActor,
  { tripId, night }: { tripId: string; night: IsoDate },
  travellers: readonly Traveller[],
  today: Date,
): Promise<void> {
  const house = { tripId, name: "Viesnīca „Ostmala“", address: "Liepāja, Vecā ostmala 40" };
  const nights = { firstNight: night, lastNight: night };
  const { lodgingId } = done(await saveLodging(organiser, { ...house, ...nights }, today));
  const rooms = { tripId, lodgingId };
  done(await addRooms(organiser, { ...rooms, kind: "twin", count: 6, from: 201 }, today));
  done(await addRooms(organiser, { ...rooms, kind: "single", count: 4, from: 301 }, today));
  // In twos, each with the other as room-mate; every fifth alone; the last have not said.
  for (const [index, { registrationId, actor }] of travellers.slice(0, -3).entries()) {
    const pair = index % 5;
    const other = pair === 4 ? null : travellers[pair % 2 === 0 ? index + 1 : index - 1];
    const kind = other ? ("twin" as const) : ("single" as const);
    done(await wishRoom(actor, { registrationId, kind, mate: other?.name ?? null }, today));
  }
  done(await planByWishes(organiser, { tripId, lodgingId }, today));
}
