import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { organisation, place } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { pickup, vehicle } from "#db/schema/travel.ts";
import { tripDay } from "#db/schema/trip.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { withOwnTrip } from "#domain/trip/commands.ts";
import { clockShows, momentInRiga } from "#lib/dates.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import { type PickupForm, pickupForm, type VehicleForm, vehicleForm } from "./schema.ts";

/** `invalid` carries in `detail` the key of a sentence per field. */
type Refusal = "notFound" | "invalid" | "cancelled" | "completed";

/** Adds or changes a vehicle of an own trip. Fewer seats than people aboard are refused with the numbers. */
export async function saveVehicle(
  actor: Actor,
  input: VehicleForm,
  now: Date,
): Promise<Result<{ vehicleId: string }, Refusal | "seatsBelowAboard">> {
  return withOwnTrip(actor, input.tripId, async (tx, own) => {
    const parsed = vehicleForm.safeParse(input);
    if (!parsed.success) return invalid(fieldReasons(parsed.error.issues));
    const { tripId, vehicleId, ...facts } = parsed.data;
    const others = vehicleId ? ne(vehicle.id, vehicleId) : undefined;
    const sameName = and(eq(vehicle.tripId, tripId), eq(vehicle.name, facts.name), others);
    if (await tx.$count(vehicle, sameName)) return invalid({ name: "vehicleExists" });
    if (!vehicleId) {
      const [made] = await tx
        .insert(vehicle)
        .values({ ...facts, tripId })
        .returning({ id: vehicle.id });
      return recorded(tx, actor, own.id, "vehicle.add", (made as { id: string }).id, facts);
    }
    const [known] = await tx
      .select({ id: vehicle.id })
      .from(vehicle)
      .where(and(eq(vehicle.id, vehicleId), eq(vehicle.tripId, tripId)))
      .for("update");
    if (!known) return notFound;
    const aboard = await peopleOn(tx, eq(pickup.vehicleId, vehicleId));
    if (facts.seats < aboard) {
      const detail = { seats: facts.seats, aboard };
      return { ok: false, reason: "seatsBelowAboard", detail };
    }
    await tx.update(vehicle).set(facts).where(eq(vehicle.id, vehicleId));
    return recorded(tx, actor, own.id, "vehicle.change", vehicleId, { ...facts, at: now });
  });
}

/** Takes a vehicle off an own trip. While it has stops it is refused with their number. */
export async function removeVehicle(
  actor: Actor,
  { tripId, vehicleId }: { tripId: string; vehicleId: string },
  _now: Date,
): Promise<Result<{ vehicleId: string }, Refusal | "vehicleInUse">> {
  return withOwnTrip(actor, tripId, async (tx, own) => {
    const which = and(sql`${vehicle.id}::text = ${vehicleId}`, eq(vehicle.tripId, tripId));
    if (!(await tx.$count(vehicle, which))) return notFound;
    const stops = await tx.$count(pickup, eq(pickup.vehicleId, vehicleId));
    if (stops) return { ok: false, reason: "vehicleInUse", detail: { stops } };
    await tx.delete(vehicle).where(which);
    return recorded(tx, actor, own.id, "vehicle.remove", vehicleId, {});
  });
}

/** Adds or changes a stop of a vehicle of an own trip. */
export async function savePickup(
  actor: Actor,
  input: PickupForm,
  _now: Date,
): Promise<Result<{ pickupId: string }, Refusal>> {
  return withOwnTrip(actor, input.tripId, async (tx, own) => {
    const parsed = pickupForm.safeParse(input);
    if (!parsed.success) return invalid(fieldReasons(parsed.error.issues));
    const { tripId, pickupId, date, clock, ...facts } = parsed.data;
    const problems = await problemsOf(tx, parsed.data);
    if (Object.keys(problems).length) return invalid(problems);
    const values = { ...facts, departsAt: momentInRiga(date, clock) };
    const before = pickupId ? and(eq(pickup.id, pickupId), eq(pickup.tripId, tripId)) : null;
    const [saved] = before
      ? await tx.update(pickup).set(values).where(before).returning({ id: pickup.id })
      : await tx
          .insert(pickup)
          .values({ ...values, tripId })
          .returning({ id: pickup.id });
    if (!saved) return notFound;
    const details = { ...facts, date, clock };
    await record(tx, actor, own.id, before ? "pickup.change" : "pickup.add", saved.id, details);
    return { ok: true, pickupId: saved.id };
  });
}

/** Takes a stop off an own trip. While people get on there it is refused with their number. */
export async function removePickup(
  actor: Actor,
  { tripId, pickupId }: { tripId: string; pickupId: string },
  _now: Date,
): Promise<Result<object, Refusal | "pickupInUse">> {
  return withOwnTrip(actor, tripId, async (tx, own) => {
    const which = and(sql`${pickup.id}::text = ${pickupId}`, eq(pickup.tripId, tripId));
    if (!(await tx.$count(pickup, which))) return notFound;
    const people = await peopleOn(tx, eq(pickup.id, pickupId));
    if (people) return { ok: false, reason: "pickupInUse", detail: { people } };
    await tx
      .update(registration)
      .set({ pickupId: null })
      .where(eq(registration.pickupId, pickupId));
    await tx.delete(pickup).where(which);
    await record(tx, actor, own.id, "pickup.remove", pickupId, {});
    return { ok: true };
  });
}

const notFound = { ok: false, reason: "notFound" } as const;

const invalid = (detail: Record<string, string>) =>
  ({ ok: false, reason: "invalid", detail }) as const;

/** What of a stop points at nothing. */
async function problemsOf(tx: Tx, form: PickupForm): Promise<Record<string, string>> {
  const { tripId, vehicleId, placeId, organisationId, date, clock } = form;
  const own = and(eq(vehicle.id, vehicleId), eq(vehicle.tripId, tripId));
  const day = and(eq(tripDay.tripId, tripId), eq(tripDay.date, date));
  const known = {
    vehicleMissing: ["vehicleId", await tx.$count(vehicle, own)],
    pickupDayMissing: ["date", await tx.$count(tripDay, day)],
    clockSkipped: ["clock", clockShows(date, clock) ? 1 : 0],
    placeUnknown: ["placeId", placeId ? await tx.$count(place, eq(place.id, placeId)) : 1],
    organisationMissing: [
      "organisationId",
      organisationId ? await tx.$count(organisation, eq(organisation.id, organisationId)) : 1,
    ],
  } as const;
  return Object.fromEntries(
    Object.entries(known).flatMap(([problem, [field, count]]) => (count ? [] : [[field, problem]])),
  );
}

/** People who get on somewhere and have not withdrawn. */
async function peopleOn(tx: Tx, where: ReturnType<typeof eq>): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::integer` })
    .from(registration)
    .innerJoin(pickup, eq(pickup.id, registration.pickupId))
    .where(and(where, isNull(registration.withdrawnAt)));
  return row?.count ?? 0;
}

async function recorded(
  tx: Tx,
  actor: Actor,
  tripId: string,
  action: string,
  vehicleId: string,
  details: Record<string, unknown>,
) {
  await record(tx, actor, tripId, action, vehicleId, details);
  return { ok: true, vehicleId } as const;
}

const record = (
  tx: Tx,
  actor: Actor,
  tripId: string,
  action: string,
  subjectId: string,
  details: Record<string, unknown>,
) => recordAudit(tx, actor, { action, tripId, subjectId, details });
