import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { registration } from "#db/schema/registration.ts";
import { pickup, vehicle } from "#db/schema/travel.ts";
import { trip } from "#db/schema/trip.ts";
import { isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { boardingRefusal } from "#domain/travel/rules.ts";
import { type PickupChoice, pickupChoice } from "#domain/travel/schema.ts";
import { fieldReasons, type Result } from "#lib/result.ts";

export type BoardingRefusal =
  | "notFound"
  | "invalid"
  | NonNullable<ReturnType<typeof boardingRefusal>>;

/**
 * Chooses where a person gets on: one's own registration, or an organiser's on an own trip. The vehicle is
 * held while its seats are counted, so that two who want the last one get one (vehicle_never_over in the
 * database refuses a second one as well).
 */
export async function choosePickup(
  actor: Actor,
  input: PickupChoice,
  now: Date,
): Promise<Result<object, BoardingRefusal>> {
  const parsed = pickupChoice.safeParse(input);
  if (!isPerson(actor)) return notFound;
  return database().transaction(async (tx) => {
    const person = await personOf(tx, actor, input.registrationId);
    if (!person) return notFound;
    if (!person.userId) return { ok: false, reason: "notGoing" };
    if (!parsed.success) {
      return { ok: false, reason: "invalid", detail: fieldReasons(parsed.error.issues) };
    }
    const { registrationId, pickupId } = parsed.data;
    const stop = pickupId ? await stopOf(tx, person.tripId, pickupId, registrationId) : anywhere;
    if (!stop) return { ok: false, reason: "invalid", detail: { pickupId: "pickupMissing" } };
    const byOrganiser = person.userId !== actor.userId;
    const refusal = boardingRefusal(person, stop, person, { now, byOrganiser });
    if (refusal) return { ok: false, reason: refusal };
    await tx.update(registration).set({ pickupId }).where(eq(registration.id, registrationId));
    await recordAudit(tx, actor, {
      action: "registration.pickup",
      subjectId: registrationId,
      tripId: person.tripId,
      details: { pickupId },
    });
    return { ok: true };
  });
}

const notFound = { ok: false, reason: "notFound" } as const;

/** Whoever does not get on anywhere takes no seat. */
const anywhere = { organisationId: null, free: 1 };

async function personOf(tx: Tx, actor: Actor & { kind: "person" }, registrationId: string) {
  const organised = inArray(trip.organisationId, organisationsOf(actor, "organiser"));
  const [row] = await tx
    .select({
      tripId: registration.tripId,
      userId: registration.userId,
      organisationId: registration.organisationId,
      confirmedAt: registration.confirmedAt,
      withdrawnAt: registration.withdrawnAt,
      cancelledAt: trip.cancelledAt,
      completedAt: trip.completedAt,
      dates: sql<string[]>`array(select date::text from trip_day where trip_id = ${trip.id})`,
    })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .where(
      and(
        sql`${registration.id}::text = ${registrationId}`,
        or(eq(registration.userId, actor.userId), organised),
      ),
    )
    .for("update", { of: registration });
  return row ?? null;
}

/** A stop of the trip with the seats that are free for somebody else than those aboard; its vehicle is held. */
async function stopOf(tx: Tx, tripId: string, pickupId: string, registrationId: string) {
  const [stop] = await tx
    .select({
      organisationId: pickup.organisationId,
      vehicleId: pickup.vehicleId,
      seats: vehicle.seats,
    })
    .from(pickup)
    .innerJoin(vehicle, eq(vehicle.id, pickup.vehicleId))
    .where(and(eq(pickup.id, pickupId), eq(pickup.tripId, tripId)))
    .for("update", { of: vehicle });
  if (!stop) return null;
  const [aboard] = await tx
    .select({ count: sql<number>`count(*)::integer` })
    .from(registration)
    .innerJoin(pickup, eq(pickup.id, registration.pickupId))
    .where(
      and(
        eq(pickup.vehicleId, stop.vehicleId),
        isNull(registration.withdrawnAt),
        sql`${registration.id} <> ${registrationId}`,
      ),
    );
  return { organisationId: stop.organisationId, free: stop.seats - (aboard?.count ?? 0) };
}
