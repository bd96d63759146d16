import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { delegation } from "#db/schema/delegation.ts";
import { registration } from "#db/schema/registration.ts";
import { quota, trip } from "#db/schema/trip.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { recordAudits } from "#domain/audit/commands.ts";
import { callToSend } from "#domain/call/queries.ts";
import { recount, releaseIfDue } from "#domain/line/commands.ts";
import { lockPeople, tellEntered, usersOf } from "#domain/member/commands.ts";
import { tellSender } from "#domain/message/commands.ts";
import { seatFacts } from "#domain/seat/queries.ts";
import {
  type Newcomers,
  type SeatVerdict,
  seatsFor,
  type WaitingReason,
} from "#domain/seat/rules.ts";
import { addressOf } from "#domain/sign-in/rules.ts";
import type { Result } from "#lib/result.ts";
import { callRefusal, placesOf, seatOf } from "./rules.ts";
import { type Member, type NewDelegation, newDelegation } from "./schema.ts";

export type Sent = {
  delegationId: string;
  /** How many of its places have a seat at once. */
  seats: number;
  /** Why the others wait; null when nobody does. */
  reason: WaitingReason | null;
};

export type SendRefusal = "notFound" | "invalid" | "cancelled" | "notYetOpen" | "closed";

type Outcome =
  | Result<Sent, SendRefusal>
  | { ok: false; reason: "alreadyRegistered"; rows: number[] };

/**
 * Registers several people of one municipality together, and places that are named later. Its coordinator
 * may, and the trip's organiser. All of it or nothing is written; whoever is on the trip already is told by
 * row. The same form sent twice is one delegation and the same answer (docs/seats.md, rules 5 to 7).
 */
export async function sendDelegation(
  actor: Actor,
  input: NewDelegation,
  now: Date,
): Promise<Outcome> {
  if (!isPerson(actor)) return { ok: false, reason: "notFound" };
  await settle(actor, input.tripSlug, now);
  return send(actor, input, now);
}

async function send(actor: PersonActor, input: NewDelegation, now: Date): Promise<Outcome> {
  const parsed = newDelegation.safeParse(input);
  const { tripSlug, organisationId } = input;
  return database().transaction(async (tx) => {
    const call = await callToSend(tx, actor, tripSlug, organisationId);
    if (!call) return { ok: false, reason: "notFound" };
    if (!parsed.success) return { ok: false, reason: "invalid" };
    // One delegation of a trip at a time: two with the same people would wait for each other.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtext('delegation'), hashtext(${call.tripId}))`,
    );
    const before = await sentBefore(tx, parsed.data.key);
    if (before) return { ok: true, ...before };
    const refusal = callRefusal(call, now);
    if (refusal) return { ok: false, reason: refusal };
    const emails = parsed.data.members.map(({ email }) => addressOf(email) ?? email);
    await lockPeople(tx, call.tripId, emails);
    const userIds = await usersOf(tx, organisationId, parsed.data.members);
    const rows = await alreadyOnTrip(tx, call.tripId, userIds);
    if (rows.length > 0) return { ok: false, reason: "alreadyRegistered", rows };
    return write(tx, actor, { ...parsed.data, userIds, tripId: call.tripId }, now);
  });
}

/** Releases what is due before anybody new is let in. */
async function settle(actor: Actor, slug: string, now: Date): Promise<void> {
  await database().transaction(async (tx) => {
    const [found] = await tx.select({ id: trip.id }).from(trip).where(eq(trip.slug, slug));
    if (found) await releaseIfDue(tx, actor, found.id, now);
  });
}

async function sentBefore(tx: Tx, key: string): Promise<Sent | null> {
  const [known] = await tx
    .select({
      delegationId: delegation.id,
      seats: sql<number>`count(*) filter (where coalesce(${registration.confirmedAt}, ${registration.signOffDueAt}) is not null)::integer`,
      reason: sql<WaitingReason | null>`min(${registration.waitingReason}) filter (where ${registration.confirmedAt} is null)`,
    })
    .from(delegation)
    .innerJoin(registration, eq(registration.delegationId, delegation.id))
    .where(eq(delegation.key, key))
    .groupBy(delegation.id);
  return known ?? null;
}

/** Indices of the people who are registered for the trip already. */
async function alreadyOnTrip(tx: Tx, tripId: string, userIds: readonly string[]) {
  if (userIds.length === 0) return [];
  const present = await tx
    .select({ userId: registration.userId })
    .from(registration)
    .where(
      and(
        eq(registration.tripId, tripId),
        sql`${registration.userId} = any(${sql.param([...userIds])}::uuid[])`,
        isNull(registration.withdrawnAt),
      ),
    );
  const known = new Set(present.map(({ userId }) => userId));
  return userIds.flatMap((id, row) => (known.has(id) ? [row] : []));
}

type Wanted = Omit<NewDelegation, "members"> & {
  members: readonly Member[];
  userIds: readonly string[];
  tripId: string;
};

/**
 * Everything is written with a guess first, and the trip's seats are locked last: whoever registers alone does
 * the same, so that nobody waits for somebody who waits. A guess that was overtaken is mended under the lock.
 */
async function write(tx: Tx, actor: PersonActor, wanted: Wanted, now: Date) {
  const { tripId, organisationId, atLeast, key, unnamed } = wanted;
  const size = wanted.members.length + unnamed;
  const about = { tripId, organisationId };
  const [made] = await tx
    .insert(delegation)
    .values({ ...about, sentBy: actor.userId, size, atLeast, key, createdAt: now })
    .returning({ id: delegation.id });
  const delegationId = (made as { id: string }).id;
  const newcomers = { organisationId, size, asked: atLeast };
  const guess = await verdictOf(tx, tripId, newcomers, now);
  const places = placesOf(wanted).map((place, index) => ({
    ...place,
    ...seatOf(guess, index, now),
    ...about,
    id: randomUUID(),
    delegationId,
    enteredBy: actor.userId,
    locale: wanted.locale,
    createdAt: now,
  }));
  const ids = places.map(({ id }) => id);
  await tx.insert(registration).values(places);
  await recordAudits(tx, actor, [
    { ...about, action: "delegation.send", subjectId: delegationId, details: { size, atLeast } },
    ...ids.map((id) => ({ ...about, action: "registration.register", subjectId: id })),
  ]);
  await tellEntered(tx, actor, places, now);
  const { verdict, namesFrozenAt } = await giveSeats(tx, { ...about, newcomers, ids, guess }, now);
  const facts = {
    seats: verdict.seats,
    waiting: size - verdict.seats,
    unnamed,
    namesFrozenAt: namesFrozenAt.toISOString(),
  };
  const cause = `delegationSent:${delegationId}`;
  await tellSender(tx, { tripId, delegationId, kind: "delegationSent", facts, cause }, now);
  return { ok: true as const, delegationId, ...verdict };
}

/** What the rule would give at this moment, when nobody is held up for it. */
async function verdictOf(tx: Tx, tripId: string, newcomers: Newcomers, now: Date) {
  const seats = await seatFacts(tx, tripId);
  if (!seats) throw new Error("A published trip has no seats");
  return seatsFor(seats, newcomers, now);
}

type Arrived = {
  tripId: string;
  organisationId: string;
  newcomers: Newcomers;
  ids: readonly string[];
  guess: SeatVerdict;
};

/** Holds the trip's seats and gives the newcomers what the rule gives them. */
async function giveSeats(tx: Tx, arrived: Arrived, now: Date) {
  const { tripId, organisationId, newcomers, ids, guess } = arrived;
  const seats = await seatFacts(tx, tripId, { lock: true });
  if (!seats) throw new Error("A published trip has no seats");
  if (seats.releaseAt && !seats.releasedAt && seats.releaseAt <= now)
    throw new Error("A settled trip is still due");
  // Not before the seats are held: whoever sets the quotas holds them, and would wait for this row.
  await tx.insert(quota).values({ tripId, organisationId }).onConflictDoNothing();
  const own = new Set(ids);
  const waiting = seats.waiting.filter(({ registrationIds }) => !own.has(registrationIds[0] ?? ""));
  const verdict = seatsFor({ ...seats, waiting }, newcomers, now);
  if (verdict.seats !== guess.seats || verdict.reason !== guess.reason) {
    const [seated, others] = [ids.slice(0, verdict.seats), ids.slice(verdict.seats)];
    for (const [index, those] of [
      [0, seated],
      [verdict.seats, others],
    ] as const) {
      await tx
        .update(registration)
        .set(seatOf(verdict, index, now))
        .where(sql`${registration.id} = any(${sql.param(those)}::uuid[])`);
    }
  }
  await recount(tx, tripId);
  return { verdict, namesFrozenAt: seats.namesFrozenAt };
}
