import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { bed, lodging, room, roomWish } from "#db/schema/lodging.ts";
import { registration } from "#db/schema/registration.ts";
import { trip } from "#db/schema/trip.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { withOwnTrip } from "#domain/trip/commands.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import { freeRooms, sleepers } from "./queries.ts";
import { bedsByWish, bedsOf, nightProblems } from "./rules.ts";
import * as schema from "./schema.ts";

/** `invalid` carries in `detail` the key of a sentence per field. */
type Refusal = "notFound" | "invalid" | "cancelled" | "completed";

/** Adds or changes a lodging of an own trip. */
export async function saveLodging(
  actor: Actor,
  input: schema.LodgingForm,
  _now: Date,
): Promise<Result<{ lodgingId: string }, Refusal>> {
  return withOwnTrip(actor, input.tripId, async (tx, own) => {
    const parsed = schema.lodgingForm.safeParse(input);
    if (!parsed.success) return invalid(fieldReasons(parsed.error.issues));
    const { tripId, lodgingId, ...facts } = parsed.data;
    const problems = nightProblems(facts, own.dates);
    if (Object.keys(problems).length) return invalid(problems);
    const which = lodgingId ? and(eq(lodging.id, lodgingId), eq(lodging.tripId, tripId)) : null;
    const [saved] = which
      ? await tx.update(lodging).set(facts).where(which).returning({ id: lodging.id })
      : await tx
          .insert(lodging)
          .values({ ...facts, tripId })
          .returning({ id: lodging.id });
    if (!saved) return notFound;
    await record(tx, actor, tripId, which ? "lodging.change" : "lodging.add", saved.id, facts);
    return { ok: true, lodgingId: saved.id };
  });
}

/** Takes a lodging off an own trip. While somebody has a bed in it, it is refused with their number. */
export async function removeLodging(
  actor: Actor,
  { tripId, lodgingId }: { tripId: string; lodgingId: string },
  _now: Date,
): Promise<Result<object, Refusal | "lodgingInUse">> {
  return withOwnTrip(actor, tripId, async (tx) => {
    if (!(await isOfTrip(tx, tripId, lodgingId))) return notFound;
    const people = await tx.$count(bed, eq(bed.lodgingId, lodgingId));
    if (people) return { ok: false, reason: "lodgingInUse", detail: { people } };
    await tx.delete(lodging).where(eq(lodging.id, lodgingId));
    await record(tx, actor, tripId, "lodging.remove", lodgingId, {});
    return { ok: true };
  });
}

/** Adds so many rooms of a kind to a lodging of an own trip; a number that is there already is refused. */
export async function addRooms(
  actor: Actor,
  input: schema.NewRooms,
  _now: Date,
): Promise<Result<{ rooms: number }, Refusal>> {
  return withOwnTrip(actor, input.tripId, async (tx) => {
    const parsed = schema.newRooms.safeParse(input);
    if (!parsed.success) return invalid(fieldReasons(parsed.error.issues));
    const { tripId, lodgingId, kind, count, from } = parsed.data;
    if (!(await isOfTrip(tx, tripId, lodgingId))) return notFound;
    const names = Array.from({ length: count }, (_, index) => String(from + index));
    const known = and(eq(room.lodgingId, lodgingId), inArray(room.name, names));
    if (await tx.$count(room, known)) return invalid({ from: "roomExists" });
    await tx.insert(room).values(names.map((name) => ({ lodgingId, kind, name })));
    await record(tx, actor, tripId, "room.add", lodgingId, { kind, count, from });
    return { ok: true, rooms: count };
  });
}

/** Takes an empty room off a lodging of an own trip. */
export async function removeRoom(
  actor: Actor,
  { tripId, roomId }: { tripId: string; roomId: string },
  _now: Date,
): Promise<Result<object, Refusal | "roomInUse">> {
  return withOwnTrip(actor, tripId, async (tx) => {
    const [found] = await tx
      .select({ id: room.id })
      .from(room)
      .innerJoin(lodging, eq(lodging.id, room.lodgingId))
      .where(and(sql`${room.id}::text = ${roomId}`, eq(lodging.tripId, tripId)));
    if (!found) return notFound;
    if (await tx.$count(bed, eq(bed.roomId, roomId))) return { ok: false, reason: "roomInUse" };
    await tx.delete(room).where(eq(room.id, roomId));
    await record(tx, actor, tripId, "room.remove", roomId, {});
    return { ok: true };
  });
}

/**
 * Says who sleeps in the named rooms of a lodging of an own trip. Somebody in two rooms, or more people than
 * beds, is refused at the room; whoever had a bed elsewhere in the lodging moves.
 */
export async function planBeds(
  actor: Actor,
  input: schema.BedPlan,
  _now: Date,
): Promise<Result<{ beds: number }, Refusal>> {
  return withOwnTrip(actor, input.tripId, async (tx) => {
    const parsed = schema.bedPlan.safeParse(input);
    if (!parsed.success) return { ok: false, reason: "invalid" };
    const { tripId, lodgingId, rooms } = parsed.data;
    if (!(await isOfTrip(tx, tripId, lodgingId))) return notFound;
    const problems = await planProblems(tx, parsed.data);
    if (Object.keys(problems).length) return invalid(problems);
    const beds = rooms.flatMap(({ roomId, registrationIds }) =>
      registrationIds.map((registrationId) => ({ lodgingId, roomId, registrationId })),
    );
    await makeBeds(
      tx,
      lodgingId,
      rooms.map(({ roomId }) => roomId),
      beds,
    );
    await record(tx, actor, tripId, "room.plan", lodgingId, { beds: beds.length });
    return { ok: true, beds: beds.length };
  });
}

/** Gives beds in empty rooms to those whose wishes leave no doubt, and says to how many. */
export async function planByWishes(
  actor: Actor,
  { tripId, lodgingId }: { tripId: string; lodgingId: string },
  _now: Date,
): Promise<Result<{ beds: number }, Refusal>> {
  return withOwnTrip(actor, tripId, async (tx) => {
    if (!(await isOfTrip(tx, tripId, lodgingId))) return notFound;
    const people = await sleepers(tx, actor, tripId, lodgingId);
    const rooms = await freeRooms(tx, actor, lodgingId);
    const beds = bedsByWish(people, rooms).map((one) => ({ ...one, lodgingId }));
    if (beds.length) await tx.insert(bed).values(beds);
    await record(tx, actor, tripId, "room.planByWishes", lodgingId, { beds: beds.length });
    return { ok: true, beds: beds.length };
  });
}

/** Says how oneself would like to sleep; a trip without a lodging takes no wishes. */
export async function wishRoom(
  actor: Actor,
  input: schema.RoomWishForm,
  _now: Date,
): Promise<Result<object, "notFound" | "invalid">> {
  if (!isPerson(actor)) return notFound;
  const parsed = schema.roomWishForm.safeParse(input);
  return database().transaction(async (tx) => {
    const [own] = await tx
      .select({ tripId: registration.tripId })
      .from(registration)
      .innerJoin(trip, eq(trip.id, registration.tripId))
      .where(
        and(
          sql`${registration.id}::text = ${input.registrationId}`,
          eq(registration.userId, actor.userId),
          isNull(registration.withdrawnAt),
          isNull(trip.cancelledAt),
          isNull(trip.completedAt),
          sql`exists (select from lodging where trip_id = ${trip.id})`,
        ),
      );
    if (!own) return notFound;
    if (!parsed.success) return invalid(fieldReasons(parsed.error.issues));
    const { registrationId, kind, mate } = parsed.data;
    const wish = { kind, mate: kind === "twin" ? mate : null };
    await tx
      .insert(roomWish)
      .values({ registrationId, ...wish })
      .onConflictDoUpdate({ target: roomWish.registrationId, set: wish });
    await record(tx, actor, own.tripId, "registration.roomWish", registrationId, { kind });
    return { ok: true };
  });
}

const notFound = { ok: false, reason: "notFound" } as const;

const invalid = (detail: Record<string, string>) =>
  ({ ok: false, reason: "invalid", detail }) as const;

const isOfTrip = async (tx: Tx, tripId: string, lodgingId: string) =>
  (await tx.$count(
    lodging,
    and(sql`${lodging.id}::text = ${lodgingId}`, eq(lodging.tripId, tripId)),
  )) > 0;

async function planProblems(tx: Tx, plan: schema.BedPlan): Promise<Record<string, string>> {
  const { tripId, lodgingId, rooms } = plan;
  const known = await tx
    .select({ id: room.id, kind: room.kind })
    .from(room)
    .where(eq(room.lodgingId, lodgingId));
  const kinds = new Map(known.map(({ id, kind }) => [id, kind]));
  const everybody = rooms.flatMap(({ registrationIds }) => registrationIds);
  const going = await tx
    .select({ id: registration.id })
    .from(registration)
    .where(
      and(
        eq(registration.tripId, tripId),
        isNotNull(registration.userId),
        isNotNull(registration.confirmedAt),
        isNull(registration.withdrawnAt),
        inArray(registration.id, everybody),
      ),
    );
  const mayStay = new Set(going.map(({ id }) => id));
  const problems: Record<string, string> = {};
  for (const { roomId, registrationIds } of rooms) {
    const kind = kinds.get(roomId);
    const twice = registrationIds.some((id) => everybody.filter((one) => one === id).length > 1);
    if (!kind || registrationIds.length > bedsOf(kind)) problems[`room.${roomId}`] = "roomFull";
    else if (twice) problems[`room.${roomId}`] = "sleeperTwice";
    else if (registrationIds.some((id) => !mayStay.has(id))) {
      problems[`room.${roomId}`] = "sleeperGone";
    }
  }
  return problems;
}

/** The rooms are emptied first, so that people can change places; whoever had a bed elsewhere leaves it. */
async function makeBeds(
  tx: Tx,
  lodgingId: string,
  roomIds: string[],
  beds: { lodgingId: string; roomId: string; registrationId: string }[],
) {
  const movers = beds.map(({ registrationId }) => registrationId);
  await tx.delete(bed).where(and(eq(bed.lodgingId, lodgingId), inArray(bed.roomId, roomIds)));
  await tx
    .delete(bed)
    .where(and(eq(bed.lodgingId, lodgingId), inArray(bed.registrationId, movers)));
  if (beds.length) await tx.insert(bed).values(beds);
}

const record = (
  tx: Tx,
  actor: Actor,
  tripId: string,
  action: string,
  subjectId: string,
  details: Record<string, unknown>,
) => recordAudit(tx, actor, { action, tripId, subjectId, details });
