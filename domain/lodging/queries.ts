import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { bed, lodging, room, roomWish } from "#db/schema/lodging.ts";
import { organisation } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { trip } from "#db/schema/trip.ts";
import { isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import type { IsoDate } from "#lib/dates.ts";
import type { FreeRoom, Sleeper } from "./rules.ts";
import type { RoomKind } from "./schema.ts";

export type Guest = Sleeper & { organisation: string };

export type Lodging = {
  id: string;
  name: string;
  address: string | null;
  firstNight: IsoDate;
  lastNight: IsoDate;
  /** By number. */
  rooms: { id: string; name: string; kind: RoomKind; guests: Guest[] }[];
  /** Confirmed people without a bed here, by surname. */
  unassigned: Guest[];
};

/** The lodgings of an own trip with their rooms; null to everybody else. Reading the names is recorded. */
export async function lodgingsOfTrip(actor: Actor, tripId: string): Promise<Lodging[] | null> {
  const own = inArray(trip.organisationId, organisationsOf(actor, "organiser"));
  if (!(await database().$count(trip, and(eq(trip.id, tripId), own)))) return null;
  const lodgings = await database()
    .select({
      id: lodging.id,
      name: lodging.name,
      address: lodging.address,
      firstNight: lodging.firstNight,
      lastNight: lodging.lastNight,
    })
    .from(lodging)
    .where(eq(lodging.tripId, tripId))
    .orderBy(asc(lodging.firstNight), asc(lodging.name));
  if (lodgings.length === 0) return [];
  const [rooms, beds, guests] = await Promise.all([
    database()
      .select({ id: room.id, lodgingId: room.lodgingId, name: room.name, kind: room.kind })
      .from(room)
      .innerJoin(lodging, eq(lodging.id, room.lodgingId))
      .where(eq(lodging.tripId, tripId))
      .orderBy(sql`length(${room.name})`, asc(room.name)),
    database()
      .select({ lodgingId: bed.lodgingId, roomId: bed.roomId, registrationId: bed.registrationId })
      .from(bed)
      .innerJoin(lodging, eq(lodging.id, bed.lodgingId))
      .where(eq(lodging.tripId, tripId)),
    guestsOf(database(), tripId),
  ]);
  await recordAudit(database(), actor, { action: "lodging.list", subjectId: tripId, tripId });
  const byId = new Map(guests.map((guest) => [guest.registrationId, guest]));
  return lodgings.map((one) => {
    const here = beds.filter(({ lodgingId }) => lodgingId === one.id);
    const placed = new Set(here.map(({ registrationId }) => registrationId));
    return {
      ...one,
      rooms: rooms
        .filter(({ lodgingId }) => lodgingId === one.id)
        .map(({ id, name, kind }) => ({
          id,
          name,
          kind,
          guests: here.flatMap(({ roomId, registrationId }) =>
            roomId === id ? (byId.get(registrationId) ?? []) : [],
          ),
        })),
      unassigned: guests.filter(({ registrationId }) => !placed.has(registrationId)),
    };
  });
}

/** Confirmed people of a trip who have no bed in a lodging; whoever asks has found the trip to be theirs. */
export async function sleepers(
  tx: Tx,
  _actor: Actor,
  tripId: string,
  lodgingId: string,
): Promise<Sleeper[]> {
  const placed = await tx
    .select({ id: bed.registrationId })
    .from(bed)
    .where(eq(bed.lodgingId, lodgingId));
  const taken = new Set(placed.map(({ id }) => id));
  return (await guestsOf(tx, tripId)).filter(({ registrationId }) => !taken.has(registrationId));
}

/** Rooms of a lodging in which nobody sleeps, by number. */
export async function freeRooms(tx: Tx, _actor: Actor, lodgingId: string): Promise<FreeRoom[]> {
  return tx
    .select({ roomId: room.id, kind: room.kind })
    .from(room)
    .where(
      and(
        eq(room.lodgingId, lodgingId),
        sql`not exists (select from bed where bed.room_id = room.id)`,
      ),
    )
    .orderBy(sql`length(${room.name})`, asc(room.name));
}

export type OwnRoom = {
  registrationId: string;
  wish: { kind: RoomKind; mate: string | null } | null;
  lodgings: { name: string; firstNight: IsoDate; lastNight: IsoDate }[];
};

/** How the actor wished to sleep on a trip; null where there is no lodging, or no registration. */
export async function ownRoom(actor: Actor, slug: string): Promise<OwnRoom | null> {
  if (!isPerson(actor)) return null;
  const [own] = await database()
    .select({
      registrationId: registration.id,
      tripId: trip.id,
      kind: roomWish.kind,
      mate: roomWish.mate,
    })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .leftJoin(roomWish, eq(roomWish.registrationId, registration.id))
    .where(
      and(
        eq(trip.slug, slug),
        eq(registration.userId, actor.userId),
        isNull(registration.withdrawnAt),
        isNull(trip.cancelledAt),
        isNull(trip.completedAt),
      ),
    );
  if (!own) return null;
  const lodgings = await database()
    .select({ name: lodging.name, firstNight: lodging.firstNight, lastNight: lodging.lastNight })
    .from(lodging)
    .where(eq(lodging.tripId, own.tripId))
    .orderBy(asc(lodging.firstNight));
  const { registrationId, kind, mate } = own;
  return lodgings.length ? { registrationId, wish: kind && { kind, mate }, lodgings } : null;
}

/** Everybody who is going and named, by surname: never with a phone number or a need. */
const guestsOf = async (tx: Tx, tripId: string): Promise<Guest[]> => {
  const rows = await tx
    .select({
      registrationId: registration.id,
      givenName: registration.givenName,
      familyName: registration.familyName,
      organisation: nameOnTrip(registration.tripId),
      kind: roomWish.kind,
      mate: roomWish.mate,
    })
    .from(registration)
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .leftJoin(roomWish, eq(roomWish.registrationId, registration.id))
    .where(
      and(
        eq(registration.tripId, tripId),
        isNotNull(registration.userId),
        isNotNull(registration.confirmedAt),
        isNull(registration.withdrawnAt),
      ),
    )
    .orderBy(
      asc(sql`${registration.familyName} collate "lv-x-icu"`),
      asc(sql`${registration.givenName} collate "lv-x-icu"`),
    );
  return rows.map(({ kind, mate, ...row }) => ({ ...row, wish: kind && { kind, mate } }));
};
