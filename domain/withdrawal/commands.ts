import { and, eq, isNull, lte } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { bed } from "#db/schema/lodging.ts";
import { registration } from "#db/schema/registration.ts";
import { proposal } from "#db/schema/replacement.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor, SystemActor } from "#domain/actor/schema.ts";
import { deleteAnswers } from "#domain/answer/commands.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { hasCoordinator } from "#domain/coordinator/queries.ts";
import { onEachTrip, recount, walkLine } from "#domain/line/commands.ts";
import { recordMessage, tellCoordinators } from "#domain/message/commands.ts";
import { deleteNeeds } from "#domain/need/commands.ts";
import { type Found, lockRegistration, tellPerson } from "#domain/registration/commands.ts";
import { isStillOf, stateOf } from "#domain/registration/rules.ts";
import type { PlaceReference } from "#domain/registration/schema.ts";
import type { Result } from "#lib/result.ts";
import { askedUntil } from "./rules.ts";
import { withdrawalReason } from "./schema.ts";

export type WithdrawRefusal = "notFound" | "tripOver" | "invalid" | "gone";

/**
 * Gives a registration back: one's own, a coordinator's of the own municipality, or an organiser's on an own
 * trip. Whoever takes somebody else's back says why (docs/seats.md, rule 4); a place without a name, or one
 * that its person gave up, needs no reason. The line is walked in the same transaction. Withdrawing twice is
 * withdrawing once.
 */
export async function withdraw(
  actor: Actor,
  { reason, ...place }: PlaceReference & { reason?: string },
  now: Date,
): Promise<Result<{ promoted: number }, WithdrawRefusal>> {
  return database().transaction(async (tx) => {
    const found = await lockRegistration(tx, actor, place.registrationId, "withdraw");
    if (!found) return { ok: false, reason: "notFound" };
    if (!isStillOf(found.userId, place)) return { ok: false, reason: "gone" };
    if (found.withdrawnAt) return { ok: true, promoted: 0 };
    if (found.completedAt) return { ok: false, reason: "tripOver" };
    const by = isPerson(actor) ? actor.userId : null;
    const isOthers = found.userId !== null && found.userId !== by && !found.replacementAskedUntil;
    const why = withdrawalReason.safeParse(reason);
    if (isOthers && !why.success) {
      const detail = { reason: why.error.issues[0]?.message ?? "reasonMissing" };
      return { ok: false, reason: "invalid", detail };
    }
    const because = isOthers && why.success ? why.data : null;
    return { ok: true, promoted: await giveBack(tx, actor, found, { by, because }, now) };
  });
}

export type GivenUp =
  | { outcome: "withdrawn" }
  /** The municipality is asked for somebody else until then; the seat is kept so long. */
  | { outcome: "asked"; until: Date };

/**
 * Somebody cannot come, and says no more than that. Up to the deadline the place is given back at once; after
 * it the coordinators are asked for somebody else first, and the place goes when they name nobody. Saying it
 * twice is saying it once.
 */
export async function giveUpPlace(
  actor: Actor,
  { registrationId }: { registrationId: string },
  now: Date,
): Promise<Result<GivenUp, "notFound" | "tripOver">> {
  return database().transaction(async (tx) => {
    const found = await lockRegistration(tx, actor, registrationId, "own");
    if (!found || !isPerson(actor)) return { ok: false, reason: "notFound" };
    if (found.withdrawnAt) return { ok: true, outcome: "withdrawn" };
    if (found.completedAt) return { ok: false, reason: "tripOver" };
    const { organisationId, replacementAskedUntil: asked } = found;
    if (asked) return { ok: true, outcome: "asked", until: asked };
    const known = await hasCoordinator(tx, organisationId);
    const until = askedUntil({ ...found, state: stateOf(found), hasCoordinator: known }, now);
    if (!until) {
      await giveBack(tx, actor, found, { by: actor.userId, because: null }, now);
      return { ok: true, outcome: "withdrawn" };
    }
    await tx
      .update(registration)
      .set({ replacementAskedUntil: until })
      .where(eq(registration.id, registrationId));
    await recordAudit(tx, actor, aboutOf(found, "withdrawal.ask"));
    const facts = { until: until.toISOString(), person: found.person };
    const cause = `replacementAsked:${registrationId}:${now.getTime()}`;
    const said = { tripId: found.tripId, registrationId, facts };
    const asking = { ...said, kind: "replacementAsked" as const, cause };
    await tellCoordinators(tx, organisationId, asking, now);
    const { recipient, locale } = found;
    const noted = { ...said, recipient, locale, kind: "withdrawalNoted" as const };
    await recordMessage(tx, { ...noted, cause: `withdrawalNoted:${cause}` }, now);
    return { ok: true, outcome: "asked", until };
  });
}

/** Somebody who gave up a seat can come after all, as long as nobody else has it. */
export async function keepPlace(
  actor: Actor,
  { registrationId }: { registrationId: string },
  now: Date,
): Promise<Result<object, "notFound" | "withdrawn">> {
  return database().transaction(async (tx) => {
    const found = await lockRegistration(tx, actor, registrationId, "own");
    if (!found) return { ok: false, reason: "notFound" };
    if (found.withdrawnAt) return { ok: false, reason: "withdrawn" };
    if (!found.replacementAskedUntil) return { ok: true };
    await tx
      .update(registration)
      .set({ replacementAskedUntil: null })
      .where(eq(registration.id, registrationId));
    await recordAudit(tx, actor, aboutOf(found, "withdrawal.takeBack"));
    const facts = { person: found.person };
    const cause = `comesAfterAll:${registrationId}:${now.getTime()}`;
    const said = { tripId: found.tripId, registrationId, facts, cause };
    await tellCoordinators(tx, found.organisationId, { ...said, kind: "comesAfterAll" }, now);
    return { ok: true };
  });
}

/**
 * Gives back every seat whose person cannot come and for which the municipality named nobody in time, exactly
 * once however many workers run. Answers how many there were.
 */
export async function lapseReplacements(actor: SystemActor, now: Date): Promise<number> {
  const due = await database()
    .selectDistinct({ tripId: registration.tripId })
    .from(registration)
    .where(dueBy(now));
  const tripIds = due.map(({ tripId }) => tripId);
  return onEachTrip(tripIds, (tx, tripId) => lapseOfTrip(tx, actor, tripId, now));
}

const dueBy = (now: Date) =>
  and(lte(registration.replacementAskedUntil, now), isNull(registration.withdrawnAt));

async function lapseOfTrip(tx: Tx, actor: SystemActor, tripId: string, now: Date): Promise<number> {
  const due = await tx
    .select({
      id: registration.id,
      tripId: registration.tripId,
      userId: registration.userId,
      organisationId: registration.organisationId,
      recipient: registration.email,
      locale: registration.locale,
    })
    .from(registration)
    .where(and(eq(registration.tripId, tripId), dueBy(now)));
  for (const one of due) {
    await giveBack(tx, actor, one, { by: one.userId, because: null }, now);
  }
  return due.length;
}

type Whose = Pick<Found, "id" | "tripId" | "userId" | "organisationId" | "recipient" | "locale">;

/** The caller holds the trip's seat row. Answers how many got a seat by it. */
async function giveBack(
  tx: Tx,
  actor: Actor,
  found: Whose,
  { by, because }: { by: string | null; because: string | null },
  now: Date,
): Promise<number> {
  // A place without a name is nobody's to give back; one that was given up is its person's doing.
  const isPersons = found.userId !== null && (by === found.userId || because === null);
  await tx
    .update(registration)
    .set({
      withdrawnAt: now,
      withdrawnBy: by,
      withdrawalReason: because,
      replacementAskedUntil: null,
    })
    .where(eq(registration.id, found.id));
  await tx.delete(bed).where(eq(bed.registrationId, found.id));
  await deleteNeeds(tx, [found.id], now);
  await deleteAnswers(tx, [found.id]);
  await tx.delete(proposal).where(eq(proposal.registrationId, found.id));
  await recordAudit(tx, actor, {
    ...aboutOf(found, "registration.withdraw"),
    details: isPersons ? { by: "person" } : { by: "organiser", reason: because },
  });
  await tellPerson(tx, found, "withdrawn", now);
  await recount(tx, found.tripId);
  return walkLine(tx, actor, found.tripId, now);
}

const aboutOf = ({ id, tripId, organisationId }: Whose, action: string) => ({
  action,
  subjectId: id,
  tripId,
  organisationId,
});
