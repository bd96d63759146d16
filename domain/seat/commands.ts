import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { registration } from "#db/schema/registration.ts";
import { quota, trip, tripSeat } from "#db/schema/trip.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { recount, walkLine } from "#domain/line/commands.ts";
import { recordMessage } from "#domain/message/commands.ts";
import { changeSeats, type SeatsRefusal } from "#domain/quota/rules.ts";
import type { Result } from "#lib/result.ts";
import { seatFacts, type TripSeats } from "./queries.ts";
import { heldFor, takenOf } from "./rules.ts";
import { type SeatsForm, seatsForm } from "./schema.ts";

/**
 * Sets capacity, order, release and quotas of an own trip, and walks the line with them. What the
 * seats already taken make impossible is refused with the numbers in `refusals`.
 */
export async function setSeats(
  actor: Actor,
  input: SeatsForm,
  now: Date,
): Promise<
  | Result<{ promoted: number }, "notFound" | "invalid">
  | { ok: false; reason: "impossible"; refusals: SeatsRefusal[] }
> {
  const parsed = seatsForm.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "invalid" };
  const wanted = parsed.data;
  return database().transaction(async (tx) => {
    if (!(await isOwnTrip(tx, actor, wanted.tripId))) return { ok: false, reason: "notFound" };
    const seats = await seatFacts(tx, wanted.tripId, { lock: true });
    if (!seats) return { ok: false, reason: "notFound" };
    const change = changeSeats(seats, wanted, now);
    if (!change.ok) return { ok: false, reason: "impossible", refusals: change.refusals };
    const { allocationOrder, promotionEndsAt, namesFrozenAt, signOffHours } = wanted;
    const settings = { allocationOrder, promotionEndsAt, namesFrozenAt, signOffHours };
    const changed = { ...seats, ...change.facts, ...settings };
    const released = wanted.releaseAt && now >= wanted.releaseAt ? (seats.releasedAt ?? now) : null;
    await writeSeats(tx, { ...changed, releasedAt: released }, now);
    if (signOffHours === null) await confirmHeld(tx, actor, wanted.tripId, now);
    await recount(tx, wanted.tripId);
    await recordAudit(tx, actor, {
      action: "seat.set",
      subjectId: wanted.tripId,
      tripId: wanted.tripId,
      details: { before: numbersOf(seats), after: numbersOf(changed) },
    });
    return { ok: true, promoted: await walkLine(tx, actor, wanted.tripId, now) };
  });
}

/** A trip that no longer asks for sign-off confirms those who were waiting for it. */
async function confirmHeld(tx: Tx, actor: Actor, tripId: string, now: Date): Promise<void> {
  const held = await tx
    .update(registration)
    .set({ confirmedAt: now, signOffDueAt: null })
    .where(
      and(
        eq(registration.tripId, tripId),
        isNotNull(registration.signOffDueAt),
        isNull(registration.withdrawnAt),
      ),
    )
    .returning({
      registrationId: registration.id,
      recipient: registration.email,
      locale: registration.locale,
    });
  for (const person of held) {
    const subjectId = person.registrationId;
    const cause = `confirmed:${subjectId}`;
    await recordMessage(tx, { ...person, tripId, kind: "confirmed", cause }, now);
    await recordAudit(tx, actor, { action: "registration.promote", subjectId, tripId });
  }
}

async function isOwnTrip(tx: Tx, actor: Actor, tripId: string): Promise<boolean> {
  const own = organisationsOf(actor, "organiser");
  if (own.length === 0) return false;
  const [found] = await tx
    .select({ id: trip.id })
    .from(trip)
    .where(and(eq(trip.id, tripId), inArray(trip.organisationId, own)));
  return found !== undefined;
}

async function writeSeats(tx: Tx, seats: TripSeats, now: Date): Promise<void> {
  const { tripId, quotas } = seats;
  for (const { organisationId, guaranteed, maximum } of quotas) {
    await tx
      .insert(quota)
      .values({ tripId, organisationId, guaranteed, maximum })
      .onConflictDoUpdate({
        target: [quota.tripId, quota.organisationId],
        set: { guaranteed, maximum },
      });
  }
  const { capacity, allocationOrder, releaseAt, releasedAt, promotionEndsAt } = seats;
  const { namesFrozenAt, signOffHours } = seats;
  const guaranteed = quotas.reduce((sum, one) => sum + one.guaranteed, 0);
  const held = releasedAt ? 0 : heldFor(seats, now);
  await tx
    .update(tripSeat)
    .set({
      capacity,
      allocationOrder,
      releaseAt,
      releasedAt,
      promotionEndsAt,
      namesFrozenAt,
      signOffHours,
      guaranteed,
      held,
    })
    .where(eq(tripSeat.tripId, tripId));
}

function numbersOf(seats: TripSeats) {
  const { capacity, allocationOrder, releaseAt, promotionEndsAt, namesFrozenAt, signOffHours } =
    seats;
  const quotas = seats.quotas.map(({ organisationId, guaranteed, maximum }) => ({
    organisationId,
    guaranteed,
    maximum,
  }));
  return {
    capacity,
    taken: takenOf(seats),
    allocationOrder,
    releaseAt,
    promotionEndsAt,
    namesFrozenAt,
    signOffHours,
    quotas,
  };
}
