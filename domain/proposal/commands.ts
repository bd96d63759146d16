import { eq, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { proposal } from "#db/schema/replacement.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { recordMessage, tellDeciders } from "#domain/message/commands.ts";
import { type Found, lockRegistration } from "#domain/registration/commands.ts";
import { fullName } from "#domain/registration/rules.ts";
import { handOver, type Refusal, withPlace } from "#domain/replacement/commands.ts";
import type { Successor } from "#domain/replacement/schema.ts";
import type { Result } from "#lib/result.ts";

/**
 * The registered person proposes somebody else of the same municipality for the own place. Its coordinators
 * hear of it; where it has none, the organisers. A second proposal takes the place of the first.
 */
export async function proposeReplacement(
  actor: Actor,
  input: Successor,
  now: Date,
): Promise<Result<object, Refusal>> {
  return withPlace(actor, input, "own", now, async (tx, person, found, next) => {
    const { registrationId } = input;
    await tx.delete(proposal).where(eq(proposal.registrationId, registrationId));
    const [made] = await tx
      .insert(proposal)
      .values({ ...next, registrationId, proposedBy: person.userId, proposedAt: now })
      .returning({ id: proposal.id });
    await recordAudit(tx, person, aboutOf(found, "proposal.make"));
    const facts = { person: found.person, successor: fullName(next) };
    const cause = `replacementProposed:${made?.id}`;
    const { tripId, organisationId } = found;
    const said = { tripId, registrationId, facts, cause, kind: "replacementProposed" as const };
    await tellDeciders(tx, { tripId, organisationId }, said, now);
    return { ok: true };
  });
}

/** The person takes the own proposal back. Where there is none, nothing happens. */
export async function withdrawProposal(
  actor: Actor,
  { registrationId }: { registrationId: string },
  _now: Date,
): Promise<Result<object, "notFound">> {
  return database().transaction(async (tx) => {
    const found = await lockRegistration(tx, actor, registrationId, "own");
    if (!found) return { ok: false, reason: "notFound" };
    if (await drop(tx, registrationId)) {
      await recordAudit(tx, actor, aboutOf(found, "proposal.takeBack"));
    }
    return { ok: true };
  });
}

/**
 * The municipality's yes, of its coordinator or of the trip's organiser: the proposed person takes the place.
 * `gone` where there is another proposal by now, or none.
 */
export async function acceptProposal(
  actor: Actor,
  { registrationId, proposalId }: { registrationId: string; proposalId: string },
  now: Date,
): Promise<Result<object, Refusal>> {
  const next = await proposed(registrationId, proposalId);
  if (!next) return gone(actor, registrationId);
  return withPlace(actor, { ...next, registrationId }, "replace", now, async (tx, ...place) => {
    if (!(await drop(tx, registrationId, proposalId))) return { ok: false, reason: "gone" };
    await handOver(tx, ...place, now);
    return { ok: true };
  });
}

/** The municipality's no: the person stays registered and is told. Where there is none, nothing happens. */
export async function declineProposal(
  actor: Actor,
  { registrationId, proposalId }: { registrationId: string; proposalId: string },
  now: Date,
): Promise<Result<object, "notFound">> {
  return database().transaction(async (tx) => {
    const found = await lockRegistration(tx, actor, registrationId, "replace");
    if (!found || !isPerson(actor)) return { ok: false, reason: "notFound" };
    const declined = await drop(tx, registrationId, proposalId);
    if (!declined) return { ok: true };
    await recordAudit(tx, actor, aboutOf(found, "proposal.decline"));
    const { tripId, recipient, locale } = found;
    const facts = { successor: fullName(declined) };
    const said = { registrationId, tripId, recipient, locale, facts };
    const cause = `replacementDeclined:${proposalId}`;
    await recordMessage(tx, { ...said, kind: "replacementDeclined", cause }, now);
    return { ok: true };
  });
}

/** A stranger's registration is not found, whatever is proposed for it. */
async function gone(actor: Actor, registrationId: string): Promise<Result<object, Refusal>> {
  const found = await database().transaction((tx) =>
    lockRegistration(tx, actor, registrationId, "replace"),
  );
  return { ok: false, reason: found ? "gone" : "notFound" };
}

async function proposed(registrationId: string, proposalId: string) {
  const [found] = await database()
    .select({
      givenName: proposal.givenName,
      familyName: proposal.familyName,
      email: proposal.email,
      phone: proposal.phone,
      position: proposal.position,
    })
    .from(proposal)
    .where(isThis(registrationId, proposalId));
  return found ?? null;
}

/** Answers the name that was proposed; null where there was none. */
async function drop(tx: Tx, registrationId: string, proposalId?: string) {
  const [dropped] = await tx
    .delete(proposal)
    .where(isThis(registrationId, proposalId))
    .returning({ givenName: proposal.givenName, familyName: proposal.familyName });
  return dropped ?? null;
}

const isThis = (registrationId: string, proposalId?: string) =>
  sql`${proposal.registrationId}::text = ${registrationId}
    and (${proposalId ?? null}::text is null or ${proposal.id}::text = ${proposalId ?? null})`;

const aboutOf = ({ id, tripId, organisationId }: Found, action: string) => ({
  action,
  subjectId: id,
  tripId,
  organisationId,
});
