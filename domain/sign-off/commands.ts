import { and, asc, eq, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { bed } from "#db/schema/lodging.ts";
import { registration } from "#db/schema/registration.ts";
import { proposal } from "#db/schema/replacement.ts";
import { tripSeat } from "#db/schema/trip.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor, SystemActor } from "#domain/actor/schema.ts";
import { deleteAnswers } from "#domain/answer/commands.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { onEachTrip, recount, walkLine } from "#domain/line/commands.ts";
import { recordMessage, tellCoordinators } from "#domain/message/commands.ts";
import { deleteNeeds } from "#domain/need/commands.ts";
import { type Found, lockRegistration } from "#domain/registration/commands.ts";
import { stateOf } from "#domain/registration/rules.ts";
import type { Result } from "#lib/result.ts";
import { reminderAt } from "./rules.ts";
import {
  type SignOffDecline,
  type SignOffReference,
  signOffDecline,
  signOffReference,
} from "./schema.ts";

/**
 * The municipality's yes to an employee's own registration: a held seat is confirmed; somebody who waits
 * is confirmed as soon as a seat fits. Its coordinator may, and the trip's organiser. Saying yes twice is
 * saying it once.
 */
export async function signOff(
  actor: Actor,
  input: SignOffReference,
  now: Date,
): Promise<Result<{ state: "confirmed" | "waiting" }, "notFound" | "withdrawn">> {
  const parsed = signOffReference.safeParse(input);
  if (!parsed.success || !isPerson(actor)) return { ok: false, reason: "notFound" };
  const { registrationId } = parsed.data;
  return database().transaction(async (tx) => {
    const found = await lockRegistration(tx, actor, registrationId, "signOff");
    if (!found) return { ok: false, reason: "notFound" };
    const state = stateOf(found);
    if (state === "withdrawn") return { ok: false, reason: "withdrawn" };
    if (state === "confirmed" || found.signedOffAt)
      return { ok: true, state: state === "confirmed" ? "confirmed" : "waiting" };
    const signed = { signedOffAt: now, signedOffBy: actor.userId };
    const held = state === "awaitingSignOff";
    await tx
      .update(registration)
      .set(held ? { ...signed, confirmedAt: now, signOffDueAt: null } : signed)
      .where(eq(registration.id, registrationId));
    await recordAudit(tx, actor, aboutOf(found, "signOff.give"));
    if (held) {
      await tell(tx, found, "confirmed", now);
      return { ok: true, state: "confirmed" };
    }
    await recount(tx, found.tripId);
    await walkLine(tx, actor, found.tripId, now);
    const [after] = await tx
      .select({ confirmedAt: registration.confirmedAt })
      .from(registration)
      .where(eq(registration.id, registrationId));
    return { ok: true, state: after?.confirmedAt ? "confirmed" : "waiting" };
  });
}

/**
 * The municipality's no, with a reason that the person reads: the registration is withdrawn and its seat
 * goes to the line. Whoever is confirmed already keeps the seat (docs/seats.md, rule 4).
 */
export async function declineSignOff(
  actor: Actor,
  input: SignOffDecline,
  now: Date,
): Promise<Result<object, "notFound" | "invalid" | "confirmed">> {
  const parsed = signOffDecline.safeParse(input);
  if (!isPerson(actor)) return { ok: false, reason: "notFound" };
  return database().transaction(async (tx) => {
    const found = await lockRegistration(tx, actor, input.registrationId, "signOff");
    if (!found) return { ok: false, reason: "notFound" };
    if (!parsed.success) return { ok: false, reason: "invalid" };
    const state = stateOf(found);
    if (state === "withdrawn") return { ok: true };
    if (state === "confirmed") return { ok: false, reason: "confirmed" };
    const { registrationId, reason } = parsed.data;
    await tx
      .update(registration)
      .set({ withdrawnAt: now, withdrawnBy: actor.userId, withdrawalReason: reason })
      .where(eq(registration.id, registrationId));
    await tx.delete(bed).where(eq(bed.registrationId, registrationId));
    await deleteNeeds(tx, [registrationId], now);
    await deleteAnswers(tx, [registrationId]);
    await tx.delete(proposal).where(eq(proposal.registrationId, registrationId));
    await recordAudit(tx, actor, { ...aboutOf(found, "signOff.decline"), details: { reason } });
    await tell(tx, found, "signOffDeclined", now, { reason });
    await recount(tx, found.tripId);
    await walkLine(tx, actor, found.tripId, now);
    return { ok: true };
  });
}

/**
 * Ends every hold that nobody signed off in time: it goes to the end of the line with a message, and its
 * seat to whoever fits, exactly once however many workers run. Answers how many there were.
 */
export async function lapseSignOffs(actor: SystemActor, now: Date): Promise<number> {
  const due = await database()
    .selectDistinct({ tripId: registration.tripId })
    .from(registration)
    .where(dueBy(now));
  const tripIds = due.map(({ tripId }) => tripId);
  return onEachTrip(tripIds, (tx, tripId) => lapseOfTrip(tx, actor, tripId, now));
}

const dueBy = (now: Date) =>
  and(lte(registration.signOffDueAt, now), isNull(registration.withdrawnAt));

async function lapseOfTrip(tx: Tx, actor: SystemActor, tripId: string, now: Date): Promise<number> {
  const due = await tx
    .select({ id: registration.id })
    .from(registration)
    .where(and(eq(registration.tripId, tripId), dueBy(now)))
    .orderBy(asc(registration.signOffDueAt), asc(registration.line));
  for (const { id } of due) {
    const [lapsed] = await tx
      .update(registration)
      .set({
        signOffDueAt: null,
        signOffLapsedAt: now,
        waitingReason: "signOff",
      })
      // Asked again under the row's lock: somebody else may have been named for it meanwhile.
      .where(and(eq(registration.id, id), dueBy(now)))
      .returning({
        id: registration.id,
        tripId: registration.tripId,
        organisationId: registration.organisationId,
        recipient: registration.email,
        locale: registration.locale,
      });
    if (!lapsed) continue;
    await tx.execute(sql`update ${registration} set line = default where id = ${id}`);
    await recordAudit(tx, actor, aboutOf(lapsed, "signOff.lapse"));
    await tell(tx, lapsed, "signOffLapsed", now);
  }
  if (due.length > 0) {
    await recount(tx, tripId);
    await walkLine(tx, actor, tripId, now);
  }
  return due.length;
}

/** Reminds the coordinators, once per hold, of whom they have not answered for. */
export async function remindOfSignOffs(_actor: SystemActor, now: Date): Promise<void> {
  const waiting = await database()
    .select({
      registrationId: registration.id,
      tripId: registration.tripId,
      organisationId: registration.organisationId,
      dueAt: registration.signOffDueAt,
      hours: tripSeat.signOffHours,
    })
    .from(registration)
    .innerJoin(tripSeat, eq(tripSeat.tripId, registration.tripId))
    .where(
      and(
        isNotNull(registration.signOffDueAt),
        isNull(registration.withdrawnAt),
        sql`not exists (select from message where registration_id = ${registration.id} and kind = 'signOffReminder')`,
      ),
    );
  const late = waiting.filter(
    ({ dueAt, hours }) => dueAt && now < dueAt && now >= reminderAt(dueAt, hours ?? 72),
  );
  for (const { registrationId, tripId, organisationId } of late) {
    const said = { tripId, registrationId, kind: "signOffReminder" as const };
    const cause = `signOffReminder:${registrationId}`;
    await database().transaction((tx) =>
      tellCoordinators(tx, organisationId, { ...said, cause }, now),
    );
  }
}

type Whose = Pick<Found, "id" | "tripId" | "organisationId" | "recipient" | "locale">;

const aboutOf = ({ id, tripId, organisationId }: Whose, action: string) => ({
  action,
  subjectId: id,
  tripId,
  organisationId,
});

async function tell(
  tx: Tx,
  { id, tripId, recipient, locale }: Whose,
  kind: "confirmed" | "signOffDeclined" | "signOffLapsed",
  now: Date,
  facts: Record<string, unknown> = {},
): Promise<void> {
  const said = { tripId, registrationId: id, recipient, locale, kind, facts };
  await recordMessage(tx, { ...said, cause: `${kind}:${id}` }, now);
}
