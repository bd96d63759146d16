import { and, eq, gte, isNull, or, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { coordinatorRequest } from "#db/schema/coordinator.ts";
import { organisation } from "#db/schema/organisation.ts";
import { membership, user } from "#db/schema/person.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { type NewMessage, recordMessage } from "#domain/message/commands.ts";
import { addressOf } from "#domain/sign-in/rules.ts";
import { dateInRiga } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import { isOwnRole, namesCoordinators } from "./rules.ts";
import {
  type CoordinatorReference,
  coordinatorReference,
  type NewCoordinator,
  newCoordinator,
} from "./schema.ts";

/**
 * Makes somebody coordinator of a municipality of today, by address, and tells them. Inviting twice is
 * inviting once; an open request of the same person is granted with it.
 */
export async function inviteCoordinator(
  actor: Actor,
  input: NewCoordinator,
  now: Date,
): Promise<Result<{ invited: boolean }, "notFound" | "invalid" | "ownRole">> {
  if (!namesCoordinators(actor)) return notFound;
  const parsed = newCoordinator.safeParse(input);
  if (!parsed.success) return invalid(fieldReasons(parsed.error.issues));
  const { email, organisationId } = parsed.data;
  return database().transaction(async (tx) => {
    if (!(await isMunicipality(tx, organisationId, now))) {
      return invalid({ organisationId: "municipalityMissing" });
    }
    const person = await personAt(tx, addressOf(email) ?? email);
    if (isOwnRole(actor, person.userId)) return { ok: false, reason: "ownRole" };
    const whose = { ...person, organisationId };
    const membershipId = await giveRole(tx, whose, now);
    if (!membershipId) return { ok: true, invited: false };
    await settleRequest(tx, actor, whose, now);
    await recordAudit(tx, actor, aboutOf(whose, "coordinator.invite"));
    const cause = `coordinatorInvited:${membershipId}`;
    await tellOfRole(tx, actor, whose, { kind: "coordinatorInvited", cause }, now);
    return { ok: true, invited: true };
  });
}

/** Takes the role back and tells the person. Taking it back twice is taking it back once. */
export async function removeCoordinator(
  actor: Actor,
  input: CoordinatorReference,
  now: Date,
): Promise<Result<{ removed: boolean }, "notFound">> {
  const parsed = coordinatorReference.safeParse(input);
  if (!namesCoordinators(actor) || !parsed.success) return notFound;
  const { userId, organisationId } = parsed.data;
  return database().transaction(async (tx) => {
    const [person] = await tx.select(personColumns).from(user).where(eq(user.id, userId));
    if (!person) return notFound;
    const [gone] = await tx
      .delete(membership)
      .where(
        and(
          eq(membership.userId, userId),
          eq(membership.organisationId, organisationId),
          eq(membership.role, "coordinator"),
        ),
      )
      .returning({ id: membership.id });
    if (!gone) return { ok: true, removed: false };
    const whose = { ...person, organisationId };
    await recordAudit(tx, actor, aboutOf(whose, "coordinator.remove"));
    const cause = `coordinatorRemoved:${gone.id}`;
    await tellOfRole(tx, actor, whose, { kind: "coordinatorRemoved", cause }, now);
    return { ok: true, removed: true };
  });
}

const notFound = { ok: false, reason: "notFound" } as const;

const invalid = (detail: Record<string, string>) =>
  ({ ok: false, reason: "invalid", detail }) as const;

const personColumns = { userId: user.id, recipient: user.email, locale: user.locale };

export type Whose = { userId: string; recipient: string; locale: Locale; organisationId: string };

/** Whether there is such a municipality on this day. */
export async function isMunicipality(tx: Tx, organisationId: string, now: Date): Promise<boolean> {
  const ofToday = or(isNull(organisation.validTo), gte(organisation.validTo, dateInRiga(now)));
  const which = and(eq(organisation.id, organisationId), eq(organisation.kind, "municipality"));
  return (await tx.$count(organisation, and(which, ofToday))) > 0;
}

/** Made where they are new, so that the role is there when they first sign in. */
async function personAt(tx: Tx, email: string) {
  await tx.insert(user).values({ email }).onConflictDoNothing({ target: user.email });
  const [row] = await tx.select(personColumns).from(user).where(eq(user.email, email));
  if (!row) throw new Error("A person who was just made is not there");
  return row;
}

/** Makes the person coordinator. Answers the new membership; null when the role was held already. */
export async function giveRole(tx: Tx, { userId, organisationId }: Whose, now: Date) {
  const [made] = await tx
    .insert(membership)
    .values({ userId, organisationId, role: "coordinator", createdAt: now })
    .onConflictDoNothing()
    .returning({ id: membership.id });
  return made?.id ?? null;
}

/** What the person asked for is granted by the invitation. */
async function settleRequest(tx: Tx, actor: PersonActor, whose: Whose, now: Date): Promise<void> {
  const { userId, organisationId } = whose;
  await tx
    .update(coordinatorRequest)
    .set({ grantedAt: now, decidedBy: actor.userId })
    .where(
      and(
        eq(coordinatorRequest.userId, userId),
        eq(coordinatorRequest.organisationId, organisationId),
        isNull(coordinatorRequest.grantedAt),
        isNull(coordinatorRequest.refusedAt),
      ),
    );
}

const aboutOf = ({ userId, organisationId }: Whose, action: string) => ({
  action,
  subjectId: userId,
  organisationId,
});

/** Tells somebody of their role by mail, with who decided and how to reach them. */
export async function tellOfRole(
  tx: Tx,
  actor: PersonActor,
  { recipient, locale, organisationId }: Whose,
  said: Pick<NewMessage, "kind" | "cause">,
  now: Date,
  more: { reason?: string } = {},
): Promise<void> {
  const [by] = await tx
    .select({ name: sql<string>`trim(concat_ws(' ', ${user.givenName}, ${user.familyName}))` })
    .from(user)
    .where(eq(user.id, actor.userId));
  const facts = { organisationId, by: by?.name || actor.email, contact: actor.email, ...more };
  await recordMessage(tx, { ...said, recipient, locale, facts }, now);
}
