import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { delegation } from "#db/schema/delegation.ts";
import { membership, user } from "#db/schema/person.ts";
import { message, registration } from "#db/schema/registration.ts";
import { trip } from "#db/schema/trip.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor, SystemActor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import type { Locale } from "#lib/locales.ts";
import type { Result } from "#lib/result.ts";

export type NewMessage = {
  /** Left out where it is about no trip. */
  tripId?: string;
  /** What it is about, where it is about one person's registration. */
  registrationId?: string;
  delegationId?: string;
  kind: (typeof message.$inferInsert)["kind"];
  recipient: string;
  locale: Locale;
  /** What the text needs beside the trip and the registration. */
  facts?: Record<string, unknown>;
  /** Names why it is said: the same cause is told once, whatever is retried. */
  cause: string;
};

/**
 * Says it in the caller's transaction; the worker sends it afterwards. A cause that has been told
 * already is not told again.
 */
export async function recordMessage(tx: Tx, said: NewMessage, now: Date): Promise<void> {
  await recordMessages(tx, [said], now);
}

/** The same of many messages at once, in one statement. */
export async function recordMessages(
  tx: Tx,
  said: readonly NewMessage[],
  now: Date,
): Promise<void> {
  if (said.length === 0) return;
  await tx
    .insert(message)
    .values(said.map((one) => ({ ...one, createdAt: now })))
    .onConflictDoNothing({ target: message.cause });
}

/**
 * Makes a job of every message that has none: the book of messages is the outbox, and whoever writes
 * into it is spared the job. Two workers at once make one job each of different messages. Answers how
 * many there were, at most 500.
 */
export async function queueMessages(_actor: SystemActor, now: Date): Promise<number> {
  const { rows } = await database().execute(sql`
    with waiting as (
      select id from message where queued_at is null
      order by created_at limit 500 for update skip locked
    ), taken as (
      update message set queued_at = ${now.toISOString()} from waiting
      where message.id = waiting.id returning message.id
    )
    select graphile_worker.add_job('send_message', json_build_object('messageId', id)) from taken`);
  return rows.length;
}

/** Says something of a delegation to whoever sent it; where it came with a file, to the coordinators of its municipality. */
export async function tellSender(
  tx: Tx,
  said: Pick<NewMessage, "tripId" | "kind" | "facts" | "cause"> & { delegationId: string },
  now: Date,
): Promise<void> {
  const [sender] = await tx
    .select({
      organisationId: delegation.organisationId,
      recipient: user.email,
      locale: user.locale,
      disabledAt: user.disabledAt,
      importedAs: user.importedAs,
    })
    .from(delegation)
    .innerJoin(user, eq(user.id, delegation.sentBy))
    .where(eq(delegation.id, said.delegationId));
  if (!sender) return;
  const { organisationId, disabledAt, importedAs, ...addressed } = sender;
  if (importedAs !== null) await tellCoordinators(tx, organisationId, said, now);
  else if (disabledAt === null) await recordMessage(tx, { ...said, ...addressed }, now);
}

type Said = Pick<
  NewMessage,
  "tripId" | "registrationId" | "delegationId" | "kind" | "facts" | "cause"
>;

/**
 * Says one thing to every coordinator of a municipality; answers how many there are. `cause` is made each
 * coordinator's own.
 */
export async function tellCoordinators(
  tx: Tx,
  organisationId: string,
  said: Said,
  now: Date,
): Promise<number> {
  return tellMembers(tx, { organisationId, role: "coordinator" }, said, now);
}

/** What somebody must answer: the coordinators of the municipality, or, where it has none, the organisers. */
export async function tellDeciders(
  tx: Tx,
  { tripId, organisationId }: { tripId: string; organisationId: string },
  said: Said,
  now: Date,
): Promise<void> {
  if ((await tellCoordinators(tx, organisationId, said, now)) > 0) return;
  const [of] = await tx
    .select({ organisationId: trip.organisationId })
    .from(trip)
    .where(eq(trip.id, tripId));
  if (!of) return;
  const facts = { ...said.facts, toOrganiser: true };
  await tellMembers(tx, { ...of, role: "organiser" }, { ...said, facts }, now);
}

async function tellMembers(
  tx: Tx,
  { organisationId, role }: { organisationId: string; role: "coordinator" | "organiser" },
  said: Said,
  now: Date,
): Promise<number> {
  const members = await tx
    .select({ userId: user.id, recipient: user.email, locale: user.locale })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(
      and(
        eq(membership.organisationId, organisationId),
        eq(membership.role, role),
        isNull(user.disabledAt),
      ),
    );
  const messages = members.map(({ userId, ...to }) => ({
    ...said,
    ...to,
    cause: `${said.cause}:${userId}`,
  }));
  await recordMessages(tx, messages, now);
  return members.length;
}

/** Says one thing to everybody who has a seat. `cause` is made each traveller's own. */
export async function tellTravellers(
  tx: Tx,
  said: Pick<NewMessage, "kind" | "facts" | "cause"> & { tripId: string },
  now: Date,
): Promise<void> {
  const travellers = await tx
    .select({
      registrationId: registration.id,
      recipient: registration.email,
      locale: registration.locale,
    })
    .from(registration)
    .where(
      and(
        eq(registration.tripId, said.tripId),
        isNotNull(registration.userId),
        isNotNull(registration.confirmedAt),
        isNull(registration.withdrawnAt),
      ),
    );
  for (const to of travellers) {
    const cause = `${said.cause}:${to.registrationId}`;
    await recordMessage(tx, { ...said, ...to, cause }, now);
  }
}

/**
 * Writes the organiser's own words to somebody on an own trip. `cause` names the occasion: the same person is
 * told once.
 */
export async function sendNotice(
  actor: Actor,
  notice: { registrationId: string; subject: string; text: string; cause: string },
  now: Date,
): Promise<Result<object, "notFound" | "notGoing">> {
  const { registrationId, subject, text, cause } = notice;
  const own = inArray(trip.organisationId, organisationsOf(actor, "organiser"));
  return database().transaction(async (tx) => {
    const [to] = await tx
      .select({
        tripId: registration.tripId,
        recipient: registration.email,
        locale: registration.locale,
        withdrawnAt: registration.withdrawnAt,
      })
      .from(registration)
      .innerJoin(trip, eq(trip.id, registration.tripId))
      .where(and(sql`${registration.id}::text = ${registrationId}`, own));
    if (!to) return { ok: false, reason: "notFound" };
    const { withdrawnAt, ...person } = to;
    if (withdrawnAt || !person.recipient) return { ok: false, reason: "notGoing" };
    const facts = { subject, text };
    const said = { ...person, registrationId, kind: "notice" as const, facts };
    await recordMessage(tx, { ...said, cause: `${cause}:${registrationId}` }, now);
    await recordAudit(tx, actor, {
      action: "message.notice",
      subjectId: registrationId,
      tripId: to.tripId,
      details: { subject },
    });
    return { ok: true };
  });
}

/** Remembers that it was sent, so that nobody is told twice. */
export async function messageSent(_actor: SystemActor, id: string, now: Date): Promise<void> {
  await database().update(message).set({ sentAt: now, lastError: null }).where(eq(message.id, id));
}

/** Remembers why a message could not be sent at this try, for whoever looks after the installation. */
export async function messageFailed(_actor: SystemActor, id: string, why: string): Promise<void> {
  await database()
    .update(message)
    .set({ failedAttempts: sql`${message.failedAttempts} + 1`, lastError: why.slice(0, 500) })
    .where(eq(message.id, id));
}
