import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import * as z from "zod/mini";
import { database, type Tx } from "#db/client.ts";
import { registration } from "#db/schema/registration.ts";
import { trip, tripSeat } from "#db/schema/trip.ts";
import { isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { holdSeats, recount, releaseIfDue } from "#domain/line/commands.ts";
import { recordMessage } from "#domain/message/commands.ts";
import { otherOrganisationNamed } from "#domain/organisation/commands.ts";
import { seatFacts } from "#domain/seat/queries.ts";
import { mayDecide, reasonToWait, type WaitingReason } from "#domain/seat/rules.ts";
import { invitationHash } from "#lib/keys.ts";
import type { Result } from "#lib/result.ts";
import { stateOf } from "./rules.ts";
import {
  type Decision,
  decision,
  type NewRegistration,
  newRegistration,
  otherOrganisation,
} from "./schema.ts";

export type RegisterRefusal =
  | "notFound"
  | "invalid"
  | "unknownOrganisation"
  | "cancelled"
  | "notYetOpen"
  | "closed";

export type Registered = {
  registrationId: string;
  state: "confirmed" | "awaitingSignOff" | "waiting";
  waitingReason: WaitingReason | null;
};

/**
 * Registers the signed-in person for an open trip: a seat, or a place in line with its reason. The
 * same form sent again, or twice at once, is one registration and the same answer (rule 7).
 */
export async function register(
  actor: Actor,
  input: NewRegistration,
  now: Date,
): Promise<Result<Registered, RegisterRefusal>> {
  if (!isPerson(actor)) return { ok: false, reason: "notFound" };
  const parsed = newRegistration.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "invalid" };
  const answers = parsed.data;
  const organisationId =
    answers.organisation === otherOrganisation
      ? await otherOrganisationNamed(database(), answers.institution)
      : answers.organisation;
  const claimed = await claimWithWish(actor, { ...answers, organisationId }, now);
  if (claimed.ok) return claimed;
  if (claimed.reason !== "settleFirst") return { ok: false, reason: claimed.reason };
  await settle(actor, answers.tripSlug, now);
  const again = await claimWithWish(actor, { ...answers, organisationId }, now);
  if (!again.ok && again.reason === "settleFirst") throw new Error("A settled trip is still due");
  return again as Result<Registered, RegisterRefusal>;
}

type Claim = Omit<NewRegistration, "organisation"> & { organisationId: string };

/** The wish not to be photographed is rare: whoever has it takes a transaction, and all others one round trip. */
async function claimWithWish(actor: PersonActor, answers: Claim, now: Date) {
  if (!answers.noPhotos) return claim(database(), actor, answers, now);
  return database().transaction(async (tx) => {
    const claimed = await claim(tx, actor, answers, now);
    if (claimed.ok) {
      await tx
        .update(registration)
        .set({ noPhotos: true })
        .where(eq(registration.id, claimed.registrationId));
    }
    return claimed;
  });
}

type ClaimRow = { outcome: string; registration_id: string; reason: WaitingReason | null };

/** One round trip: the SQL function holds the rule for a newcomer. */
async function claim(
  tx: Tx,
  actor: PersonActor,
  answers: Claim,
  now: Date,
): Promise<Result<Registered, RegisterRefusal | "settleFirst">> {
  const { rows } = await tx.execute<ClaimRow>(sql`
    select outcome, registration_id, reason from register_for_trip(
      ${answers.tripSlug}, ${actor.userId}, ${answers.organisationId},
      ${answers.givenName}, ${answers.familyName}, ${actor.email}, ${answers.phone},
      ${answers.institution || null}, ${answers.position}, ${answers.locale}, ${now.toISOString()},
      ${sql.param((actor.invitations ?? []).map(invitationHash))}::text[])`);
  const row = rows[0];
  if (!row) throw new Error("register_for_trip answered nothing");
  if (row.outcome !== "confirmed" && row.outcome !== "awaitingSignOff" && row.outcome !== "waiting")
    return { ok: false, reason: row.outcome as RegisterRefusal | "settleFirst" };
  return {
    ok: true,
    registrationId: row.registration_id,
    state: row.outcome,
    waitingReason: row.reason,
  };
}

/** Releases what is due before a newcomer is let in. */
async function settle(actor: Actor, tripSlug: string, now: Date): Promise<void> {
  await database().transaction(async (tx) => {
    const [found] = await tx.select({ id: trip.id }).from(trip).where(eq(trip.slug, tripSlug));
    if (found) await releaseIfDue(tx, actor, found.id, now);
  });
}

export type DecideRefusal = "notFound" | "invalid" | "notWaiting" | "full" | "kept";

/**
 * Confirms somebody from the line around its order, with a reason that stays on record (rule 3).
 * Never over the capacity, and never into seats that are kept for others.
 */
export async function confirmFromLine(
  actor: Actor,
  input: Decision,
  now: Date,
): Promise<Result<object, DecideRefusal>> {
  const parsed = decision.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "invalid" };
  const { registrationId, reason } = parsed.data;
  if (!isPerson(actor)) return { ok: false, reason: "notFound" };
  return database().transaction(async (tx) => {
    const found = await lockRegistration(tx, actor, registrationId, "decide");
    if (!found) return { ok: false, reason: "notFound" };
    if (stateOf(found) !== "waiting") return { ok: false, reason: "notWaiting" };
    await releaseIfDue(tx, actor, found.tripId, now);
    const seats = await seatFacts(tx, found.tripId, { lock: true });
    if (!seats) return { ok: false, reason: "notFound" };
    const verdict = mayDecide(seats, found.organisationId, now);
    if (!verdict.ok) return verdict;
    const confirmed = await tx
      .update(registration)
      .set({ confirmedAt: now, decidedBy: actor.userId, decisionReason: reason })
      .where(and(eq(registration.id, registrationId), isNull(registration.confirmedAt)))
      .returning({ id: registration.id });
    if (confirmed.length === 0) return { ok: false, reason: "notWaiting" };
    const over = reasonToWait(seats, found.organisationId, now) === "maximum";
    await recordAudit(tx, actor, {
      action: "registration.decide",
      subjectId: registrationId,
      tripId: found.tripId,
      organisationId: found.organisationId,
      details: { reason, ...(over ? { over: "maximum" } : {}) },
    });
    await tellPerson(tx, found, "promoted", now);
    await recount(tx, found.tripId);
    return { ok: true };
  });
}

type Deed = "own" | "withdraw" | "replace" | "signOff" | "decide";

/** The trip of a registration, if the actor may do this to it. Nothing is held. */
export async function placeFor(
  tx: Tx,
  actor: Actor,
  registrationId: string,
  deed: Deed,
): Promise<{ tripId: string } | null> {
  if (!isPerson(actor) || !z.uuid().safeParse(registrationId).success) return null;
  const [place] = await tx
    .select({ tripId: registration.tripId })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .where(and(eq(registration.id, registrationId), scopeOf(actor, deed)));
  return place ?? null;
}

function scopeOf(actor: PersonActor, deed: Deed) {
  const organised = inArray(trip.organisationId, organisationsOf(actor, "organiser"));
  const coordinated = inArray(registration.organisationId, organisationsOf(actor, "coordinator"));
  return {
    own: eq(registration.userId, actor.userId),
    withdraw: or(eq(registration.userId, actor.userId), organised, coordinated),
    replace: or(organised, coordinated),
    signOff: or(organised, coordinated),
    decide: organised,
  }[deed];
}

/**
 * The registration, if the actor may do this to it, with the trip's seat row held: whoever writes it moves
 * seats. Organisers decide; coordinators sign off, replace and withdraw those of their municipality;
 * everybody withdraws their own.
 */
export async function lockRegistration(tx: Tx, actor: Actor, registrationId: string, deed: Deed) {
  const place = await placeFor(tx, actor, registrationId, deed);
  if (!place || !isPerson(actor)) return null;
  await holdSeats(tx, place.tripId);
  const [found] = await tx
    .select({
      id: registration.id,
      tripId: registration.tripId,
      userId: registration.userId,
      organisationId: registration.organisationId,
      recipient: registration.email,
      locale: registration.locale,
      confirmedAt: registration.confirmedAt,
      signOffDueAt: registration.signOffDueAt,
      signedOffAt: registration.signedOffAt,
      delegationId: registration.delegationId,
      withdrawnAt: registration.withdrawnAt,
      noPhotos: registration.noPhotos,
      person: sql<string>`trim(${registration.givenName} || ' ' || ${registration.familyName})`,
      replacementAskedUntil: registration.replacementAskedUntil,
      completedAt: trip.completedAt,
      cancelledAt: trip.cancelledAt,
      registrationDeadline: trip.registrationDeadline,
      namesFrozenAt: tripSeat.namesFrozenAt,
    })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .innerJoin(tripSeat, eq(tripSeat.tripId, trip.id))
    // Asked again: while the seats were waited for, the place may have become another's.
    .where(and(eq(registration.id, registrationId), scopeOf(actor, deed)));
  return found ?? null;
}

export type Found = NonNullable<Awaited<ReturnType<typeof lockRegistration>>>;

type Whose = Pick<Found, "id" | "tripId" | "recipient" | "locale">;

/** Tells the person of a registration how it stands, once a kind; a place without a name has nobody to be told. */
export async function tellPerson(
  tx: Tx,
  { id: registrationId, tripId, recipient, locale }: Whose,
  kind: "withdrawn" | "promoted" | "confirmed",
  now: Date,
): Promise<void> {
  if (!recipient) return;
  const cause = `${kind}:${registrationId}`;
  await recordMessage(tx, { registrationId, tripId, recipient, locale, kind, cause }, now);
}
