import { and, asc, eq, gt, inArray, isNull, lte, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { delegation } from "#db/schema/delegation.ts";
import { registration } from "#db/schema/registration.ts";
import { trip, tripSeat } from "#db/schema/trip.ts";
import type { SystemActor } from "#domain/actor/schema.ts";
import { recordAudits } from "#domain/audit/commands.ts";
import { tellSender } from "#domain/message/commands.ts";
import { recount, walkLine } from "#domain/seat/commands.ts";
import { reminderDue } from "./rules.ts";

/**
 * Gives back, once a trip's names are frozen, every place that nobody was named for, tells who sent the
 * delegation, and walks the line, exactly once per trip however many workers run. Answers how many trips.
 */
export async function freeUnnamed(actor: SystemActor, now: Date): Promise<number> {
  const due = await database()
    .select({ tripId: tripSeat.tripId })
    .from(tripSeat)
    .innerJoin(trip, eq(trip.id, tripSeat.tripId))
    .where(dueBy(now));
  let freed = 0;
  for (const { tripId } of due) {
    if (await database().transaction((tx) => freeOfTrip(tx, actor, tripId, now))) freed += 1;
  }
  return freed;
}

/**
 * Reminds whoever sent a delegation of its unnamed places, a week and two days before they are given back:
 * once each per moment that was set, however often and by how many workers it is called. Answers how many
 * delegations it is due for.
 */
export async function remindOfUnnamed(_actor: SystemActor, now: Date): Promise<number> {
  const delegations = await database()
    .select({
      delegationId: delegation.id,
      tripId: delegation.tripId,
      sentAt: delegation.createdAt,
      namesFrozenAt: tripSeat.namesFrozenAt,
      places: sql<number>`count(*)::integer`,
    })
    .from(registration)
    .innerJoin(delegation, eq(delegation.id, registration.delegationId))
    .innerJoin(tripSeat, eq(tripSeat.tripId, registration.tripId))
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .where(
      and(
        isNull(registration.userId),
        isNull(registration.withdrawnAt),
        gt(tripSeat.namesFrozenAt, now),
        isNull(trip.cancelledAt),
      ),
    )
    .groupBy(delegation.id, tripSeat.namesFrozenAt);
  let due = 0;
  for (const { delegationId, tripId, sentAt, namesFrozenAt, places } of delegations) {
    const days = reminderDue(namesFrozenAt, now);
    // Whoever has sent it since the reminder was due was told all of it then.
    if (days === null || days === reminderDue(namesFrozenAt, sentAt)) continue;
    const facts = { places, namesFrozenAt: namesFrozenAt.toISOString() };
    const cause = `placesToName:${delegationId}:${days}:${facts.namesFrozenAt}`;
    const said = { tripId, delegationId, kind: "placesToName" as const, facts, cause };
    await database().transaction((tx) => tellSender(tx, said, now));
    due += 1;
  }
  return due;
}

const dueBy = (now: Date) =>
  and(
    isNull(tripSeat.namesFreedAt),
    lte(tripSeat.namesFrozenAt, now),
    sql`${trip.publishedAt} is not null`,
    isNull(trip.cancelledAt),
  );

async function freeOfTrip(tx: Tx, actor: SystemActor, tripId: string, now: Date) {
  const [taken] = await tx
    .update(tripSeat)
    .set({ namesFreedAt: now })
    .where(
      and(
        eq(tripSeat.tripId, tripId),
        isNull(tripSeat.namesFreedAt),
        // Asked again under the lock: an organiser may have moved it meanwhile.
        lte(tripSeat.namesFrozenAt, now),
      ),
    )
    .returning({ tripId: tripSeat.tripId });
  if (!taken) return false;
  const unnamed = await tx
    .select({ id: registration.id })
    .from(registration)
    .where(
      and(
        eq(registration.tripId, tripId),
        isNull(registration.userId),
        isNull(registration.withdrawnAt),
      ),
    )
    .orderBy(asc(registration.line));
  const ids = unnamed.map(({ id }) => id);
  if (ids.length === 0) return true;
  const freed = await tx
    .update(registration)
    .set({ withdrawnAt: now })
    .where(inArray(registration.id, ids))
    .returning({
      id: registration.id,
      organisationId: registration.organisationId,
      delegationId: registration.delegationId,
    });
  await recordAudits(
    tx,
    actor,
    freed.map(({ id, organisationId }) => ({
      action: "naming.free",
      subjectId: id,
      tripId,
      organisationId,
    })),
  );
  for (const [delegationId, places] of Map.groupBy(freed, (place) => place.delegationId)) {
    if (!delegationId) continue;
    const facts = { places: places.length };
    const cause = `placesGivenBack:${delegationId}`;
    await tellSender(tx, { delegationId, tripId, kind: "placesGivenBack", facts, cause }, now);
  }
  await recount(tx, tripId);
  await walkLine(tx, actor, tripId, now);
  return true;
}
