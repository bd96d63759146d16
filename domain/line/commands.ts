import { and, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { registration } from "#db/schema/registration.ts";
import { quota, tripSeat } from "#db/schema/trip.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit, recordAudits } from "#domain/audit/commands.ts";
import { recordMessages, tellSender } from "#domain/message/commands.ts";
import { seatFacts } from "#domain/seat/queries.ts";
import { promote, signOffDue } from "#domain/seat/rules.ts";

/** Holds a trip's seats until the transaction ends: whoever moves one, or counts them, does it first. */
export async function holdSeats(tx: Tx, tripId: string): Promise<void> {
  await tx
    .select({ tripId: tripSeat.tripId })
    .from(tripSeat)
    .where(eq(tripSeat.tripId, tripId))
    .for("update");
}

/** Does the same on each of these trips, in a transaction of its own with the seats held; answers the sum. */
export async function onEachTrip(
  tripIds: readonly string[],
  work: (tx: Tx, tripId: string) => Promise<number>,
): Promise<number> {
  let sum = 0;
  for (const tripId of tripIds) {
    sum += await database().transaction(async (tx) => {
      await holdSeats(tx, tripId);
      return work(tx, tripId);
    });
  }
  return sum;
}

/**
 * Releases the kept seats of every trip whose moment has come and walks its line in the same
 * transaction. Exactly once per trip, however many workers run: whoever comes second finds
 * `released_at` set.
 */
export async function releaseDue(actor: Actor, now: Date): Promise<{ released: number }> {
  const due = await database()
    .select({ tripId: tripSeat.tripId })
    .from(tripSeat)
    .where(and(isNull(tripSeat.releasedAt), lte(tripSeat.releaseAt, now)));
  let released = 0;
  for (const { tripId } of due) {
    if (await database().transaction((tx) => releaseIfDue(tx, actor, tripId, now))) released += 1;
  }
  return { released };
}

/** Releases one trip's kept seats if that is due, in the caller's transaction. */
export async function releaseIfDue(
  tx: Tx,
  actor: Actor,
  tripId: string,
  now: Date,
): Promise<boolean> {
  const seats = await seatFacts(tx, tripId, { lock: true });
  if (!seats?.releaseAt || seats.releasedAt || seats.releaseAt > now) return false;
  await tx.update(tripSeat).set({ releasedAt: now, held: 0 }).where(eq(tripSeat.tripId, tripId));
  await recordAudit(tx, actor, { action: "seat.release", subjectId: tripId, tripId });
  await walkLine(tx, actor, tripId, now);
  return true;
}

/**
 * Rule 2: gives a seat to everybody whom the free ones now fit, with a message each. Whoever still needs
 * the municipality's yes holds the seat until it is due. The caller holds the trip's seat row. Answers
 * how many got a seat.
 */
export async function walkLine(tx: Tx, actor: Actor, tripId: string, now: Date): Promise<number> {
  const seats = await seatFacts(tx, tripId, { lock: true });
  const promoted = seats ? promote(seats, now) : [];
  if (!seats || promoted.length === 0) return 0;
  const ids = promoted.map(({ registrationId }) => registrationId);
  const asks = sql`(${registration.enteredBy} is null and ${registration.signedOffAt} is null
    and needs_sign_off(${tripId}, ${registration.organisationId}, ${registration.userId}))`;
  const due = signOffDue(seats.signOffHours, now);
  const people = await tx
    .update(registration)
    .set({
      confirmedAt: sql`case when not ${asks} then ${now.toISOString()}::timestamptz end`,
      signOffDueAt: sql`case when ${asks} then ${due?.toISOString() ?? null}::timestamptz end`,
    })
    .where(inArray(registration.id, ids))
    .returning({
      registrationId: registration.id,
      organisationId: registration.organisationId,
      delegationId: registration.delegationId,
      recipient: registration.email,
      locale: registration.locale,
      confirmedAt: registration.confirmedAt,
    });
  // A place that nobody is named for has nobody to be told; its delegation's sender is.
  const messages = people
    .filter(({ recipient }) => recipient)
    .map(({ organisationId: _, delegationId: __, confirmedAt, ...person }) => {
      const kind = confirmedAt ? ("promoted" as const) : ("awaitingSignOff" as const);
      return { ...person, tripId, kind, cause: `${kind}:${person.registrationId}` };
    });
  await recordMessages(tx, messages, now);
  const entries = people.map(({ registrationId: subjectId, organisationId }) => ({
    action: "registration.promote",
    subjectId,
    tripId,
    organisationId,
  }));
  await recordAudits(tx, actor, entries);
  await tellSenders(tx, tripId, people, now);
  await recount(tx, tripId);
  return people.length;
}

/** Who sent a delegation hears in one message how many of its places have got a seat. */
async function tellSenders(
  tx: Tx,
  tripId: string,
  seated: readonly { registrationId: string; delegationId: string | null }[],
  now: Date,
): Promise<void> {
  for (const [delegationId, places] of Map.groupBy(seated, (place) => place.delegationId)) {
    if (!delegationId) continue;
    const facts = { seats: places.length };
    const cause = `delegationSeated:${places[0]?.registrationId}`;
    await tellSender(tx, { delegationId, tripId, kind: "delegationSeated", facts, cause }, now);
  }
}

/**
 * Brings the counters of a trip in line with its registrations. The caller holds the trip's seat row;
 * one seat too many is refused by the database.
 */
export async function recount(tx: Tx, tripId: string): Promise<void> {
  await tx.execute(sql`
    update ${quota} set taken = counted.taken, waiting = counted.waiting, least = counted.least
    from (
      select q.organisation_id,
        count(r.id) filter (where coalesce(r.confirmed_at, r.sign_off_due_at) is not null)::integer as taken,
        count(r.id) filter (where coalesce(r.confirmed_at, r.sign_off_due_at) is null)::integer as waiting,
        min(line.least) as least
      from quota q left join registration r
        on r.trip_id = q.trip_id and r.organisation_id = q.organisation_id and r.withdrawn_at is null
      left join (
        select organisation_id, min(asked) as least from line_unit
        where trip_id = ${tripId} and not lapsed group by 1
      ) line on line.organisation_id = q.organisation_id
      where q.trip_id = ${tripId} group by q.organisation_id
    ) counted
    where quota.trip_id = ${tripId} and quota.organisation_id = counted.organisation_id
      and (quota.taken, quota.waiting, quota.least)
        is distinct from (counted.taken, counted.waiting, counted.least)`);
  await tx.execute(sql`
    update ${tripSeat} set taken = counted.taken, waiting = counted.waiting,
      guaranteed = counted.guaranteed,
      held = case when trip_seat.released_at is null then counted.held else 0 end
    from (
      select coalesce(sum(taken), 0)::integer as taken, coalesce(sum(waiting), 0)::integer as waiting,
        coalesce(sum(guaranteed), 0)::integer as guaranteed,
        coalesce(sum(greatest(0, guaranteed - taken)), 0)::integer as held
      from quota where trip_id = ${tripId}
    ) counted
    where trip_seat.trip_id = ${tripId}`);
}
