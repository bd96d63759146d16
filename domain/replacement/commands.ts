import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { bed, roomWish } from "#db/schema/lodging.ts";
import { message, registration } from "#db/schema/registration.ts";
import { proposal, replacement } from "#db/schema/replacement.ts";
import { isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { deleteAnswers } from "#domain/answer/commands.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import type { Member } from "#domain/delegation/schema.ts";
import { recount, walkLine } from "#domain/line/commands.ts";
import { lockPeople, tellEntered, usersOf } from "#domain/member/commands.ts";
import { recordMessage } from "#domain/message/commands.ts";
import { deleteNeeds } from "#domain/need/commands.ts";
import { type Found, lockRegistration, placeFor } from "#domain/registration/commands.ts";
import { fullName, isStillOf, stateOf } from "#domain/registration/rules.ts";
import { addressOf } from "#domain/sign-in/rules.ts";
import { withdrawalReason } from "#domain/withdrawal/schema.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import { type ReplaceRefusal, replaceRefusal } from "./rules.ts";
import { type Successor, successor } from "./schema.ts";

export type Refusal =
  | "notFound"
  | "invalid"
  | "samePerson"
  | "alreadyRegistered"
  | "gone"
  | ReplaceRefusal;

/**
 * Somebody else takes a registered person's place: seat, place in line, history and pick-up stay, the wish for
 * a room and the former person's needs do not (docs/seats.md, rule 6). The municipality's coordinator decides,
 * or the trip's organiser; both people are told. An organiser who does it unasked writes why, which the person and
 * the municipality read (rule 3).
 */
export async function replace(
  actor: Actor,
  { reason, ...input }: Successor & { reason?: string },
  now: Date,
): Promise<Result<object, Refusal>> {
  const why = withdrawalReason.safeParse(reason);
  return withPlace(actor, input, "replace", now, async (tx, person, found, next) => {
    const isAsked = found.replacementAskedUntil !== null;
    const isTheirs = organisationsOf(person, "coordinator").includes(found.organisationId);
    if (isAsked || isTheirs) {
      await handOver(tx, person, found, next, now);
      return { ok: true };
    }
    if (!why.success) {
      const detail = { reason: why.error.issues[0]?.message ?? "reasonMissing" };
      return { ok: false, reason: "invalid", detail };
    }
    await handOver(tx, person, found, next, now, why.data);
    return { ok: true };
  });
}

type Write = (
  tx: Tx,
  actor: PersonActor,
  found: Found,
  next: Member,
) => Promise<Result<object, Refusal>>;

/**
 * The place with the trip's seats held, and the one who is to have it, where the actor may do this and nothing
 * is in its way. What is refused leaves nothing behind.
 */
export async function withPlace(
  actor: Actor,
  input: Successor,
  deed: "own" | "replace",
  now: Date,
  write: Write,
): Promise<Result<object, Refusal>> {
  const parsed = successor.safeParse(input);
  return database().transaction(async (tx) => {
    const place = await placeFor(tx, actor, input.registrationId, deed);
    if (!place || !isPerson(actor)) return { ok: false, reason: "notFound" };
    if (!parsed.success) {
      return { ok: false, reason: "invalid", detail: fieldReasons(parsed.error.issues) };
    }
    const { registrationId, holderId: _, ...typed } = parsed.data;
    const next = { ...typed, email: addressOf(typed.email) ?? typed.email };
    await lockPeople(tx, place.tripId, [next.email]);
    const found = await lockRegistration(tx, actor, registrationId, deed);
    if (!found) return { ok: false, reason: "notFound" };
    if (!isStillOf(found.userId, input)) return { ok: false, reason: "gone" };
    const refusal = replaceRefusal(found, now);
    if (refusal) return { ok: false, reason: refusal };
    if (next.email === found.recipient) return { ok: false, reason: "samePerson" };
    // Whoever only proposes is not told who else is on the trip.
    if (deed === "replace" && (await isOnTrip(tx, found.tripId, next.email))) {
      return { ok: false, reason: "alreadyRegistered" };
    }
    return write(tx, actor, found, next);
  });
}

/** The new person stands in the old one's row; nothing that was the old one's own stays with it. */
export async function handOver(
  tx: Tx,
  actor: PersonActor,
  found: Found,
  next: Member,
  now: Date,
  reason?: string,
): Promise<void> {
  const { id: registrationId, tripId, organisationId, recipient, locale } = found;
  const [userId = ""] = await usersOf(tx, organisationId, [next]);
  const held = stateOf(found) === "awaitingSignOff";
  // Whoever names somebody has said yes to them.
  const signed = found.signedOffAt === null ? { signedOffAt: now, signedOffBy: actor.userId } : {};
  await tx
    .update(registration)
    .set({
      ...next,
      ...signed,
      ...(held ? { confirmedAt: now, signOffDueAt: null } : {}),
      userId,
      institution: null,
      noPhotos: false,
      enteredBy: actor.userId,
      replacementAskedUntil: null,
    })
    .where(eq(registration.id, registrationId));
  await deleteNeeds(tx, [registrationId], now);
  await deleteAnswers(tx, [registrationId]);
  await tx.delete(proposal).where(eq(proposal.registrationId, registrationId));
  await tx.delete(bed).where(eq(bed.registrationId, registrationId));
  await tx.delete(roomWish).where(eq(roomWish.registrationId, registrationId));
  const [kept] = await tx
    .insert(replacement)
    .values({
      registrationId,
      formerUserId: found.userId as string,
      formerName: found.person,
      successorName: fullName(next),
      replacedBy: actor.userId,
      replacedAt: now,
    })
    .returning({ id: replacement.id });
  const about = { subjectId: registrationId, tripId, organisationId };
  const because = reason === undefined ? {} : { reason };
  await recordAudit(tx, actor, { ...about, action: "registration.replace", details: because });
  await tellEntered(
    tx,
    actor,
    [{ ...next, id: registrationId, tripId, userId, locale }],
    now,
    `:${kept?.id}`,
  );
  const facts = { person: found.person, successor: fullName(next), ...because };
  const said = { registrationId, tripId, recipient, locale, facts, kind: "replaced" as const };
  await recordMessage(tx, { ...said, cause: `replaced:${kept?.id}` }, now);
  await forgetStored(tx, registrationId, recipient);
  // Whoever is named is signed off with it, so that a place whose sign-off ran out may fit a free seat now.
  if (stateOf(found) === "waiting") {
    await recount(tx, tripId);
    await walkLine(tx, actor, tripId, now);
  }
}

/** What a sent letter told somebody of the data that were stored is gone with those data. */
async function forgetStored(tx: Tx, registrationId: string, recipient: string): Promise<void> {
  await tx
    .update(message)
    .set({ facts: sql`${message.facts} - 'stored'` })
    .where(
      and(
        eq(message.registrationId, registrationId),
        eq(message.recipient, recipient),
        eq(message.kind, "entered"),
        isNotNull(message.sentAt),
      ),
    );
}

async function isOnTrip(tx: Tx, tripId: string, email: string): Promise<boolean> {
  const active = and(
    eq(registration.tripId, tripId),
    eq(registration.email, email),
    isNull(registration.withdrawnAt),
  );
  return (await tx.$count(registration, active)) > 0;
}
