import { and, eq, isNull, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { organisation } from "#db/schema/organisation.ts";
import { membership, user } from "#db/schema/person.ts";
import { isAdmin, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import * as schema from "./schema.ts";

/** Makes an organisation, for the first start of an installation. `invalid`: a reason per field. */
export async function addOrganisation(
  actor: Actor,
  input: schema.NewOrganisation,
): Promise<Result<{ organisationId: string }, "notFound" | "invalid">> {
  if (actor.kind !== "system") return { ok: false, reason: "notFound" };
  const parsed = schema.newOrganisation.safeParse(input);
  if (!parsed.success) return invalid(parsed.error.issues);
  return database().transaction(async (tx) => {
    const [made] = await tx
      .insert(organisation)
      .values(parsed.data)
      .returning({ id: organisation.id });
    const organisationId = (made as { id: string }).id;
    const { name, kind } = parsed.data;
    await recordAudit(tx, actor, {
      action: "organisation.add",
      subjectId: organisationId,
      organisationId,
      details: { name, kind },
    });
    return { ok: true, organisationId };
  });
}

/** Finds or makes an organisation that is no municipality, by its name without regard to case. */
export async function otherOrganisationNamed(tx: Tx, name: string): Promise<string> {
  await tx
    .insert(organisation)
    .values({ kind: "other", name, country: "LV" })
    .onConflictDoNothing();
  const [found] = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(eq(organisation.kind, "other"), sql`lower(${organisation.name}) = lower(${name})`));
  if (!found) throw new Error("An organisation that was just named is not there");
  return found.id;
}

/**
 * Gives an address a role, making its user where there is none yet. Organisers give the roles of
 * their own organisation, admins and the product itself all. `given` is false when it was held
 * already; `invalid` carries a reason per field.
 */
export async function grantRole(
  actor: Actor,
  input: schema.NewRole,
  now: Date,
): Promise<Result<{ given: boolean }, "notFound" | "invalid">> {
  if (!mayGrant(actor, input.organisationId)) return { ok: false, reason: "notFound" };
  const parsed = schema.newRole.safeParse(input);
  if (!parsed.success) return invalid(parsed.error.issues);
  const { email, role, organisationId } = parsed.data;
  return database().transaction(async (tx) => {
    if (organisationId && !(await exists(tx, organisationId))) {
      return { ok: false, reason: "notFound" };
    }
    const userId = await userOf(tx, email.toLowerCase());
    if (await holds(tx, userId, parsed.data)) return { ok: true, given: false };
    await tx.insert(membership).values({ userId, role, organisationId, createdAt: now });
    await recordAudit(tx, actor, {
      action: "membership.grant",
      subjectId: userId,
      ...(organisationId ? { organisationId } : {}),
      details: { role },
    });
    return { ok: true, given: true };
  });
}

function mayGrant(actor: Actor, organisationId: string | null): boolean {
  if (actor.kind === "system" || isAdmin(actor)) return true;
  return organisationId !== null && organisationsOf(actor, "organiser").includes(organisationId);
}

const invalid = (issues: Parameters<typeof fieldReasons>[0]) =>
  ({ ok: false, reason: "invalid", detail: fieldReasons(issues) }) as const;

async function exists(tx: Tx, organisationId: string): Promise<boolean> {
  const found = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(eq(organisation.id, organisationId));
  return found.length > 0;
}

/** Locked, so that two who give the same role at once give it once. */
async function userOf(tx: Tx, email: string): Promise<string> {
  await tx.insert(user).values({ email }).onConflictDoNothing({ target: user.email });
  const [row] = await tx
    .select({ id: user.id })
    .from(user)
    .where(eq(user.email, email))
    .for("update");
  return (row as { id: string }).id;
}

async function holds(
  tx: Tx,
  userId: string,
  { role, organisationId }: schema.NewRole,
): Promise<boolean> {
  const here = organisationId
    ? eq(membership.organisationId, organisationId)
    : isNull(membership.organisationId);
  const held = await tx
    .select({ id: membership.id })
    .from(membership)
    .where(and(eq(membership.userId, userId), eq(membership.role, role), here));
  return held.length > 0;
}
