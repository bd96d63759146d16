import { eq } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { coordinatorRequest } from "#db/schema/coordinator.ts";
import { user } from "#db/schema/person.ts";
import { isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { giveRole, isMunicipality, tellOfRole, type Whose } from "#domain/coordinator/commands.ts";
import { isOwnRole, namesCoordinators } from "#domain/coordinator/rules.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import { decisionOn } from "./rules.ts";
import {
  type NewRequest,
  newRequest,
  type RequestReference,
  type RequestRefusal,
  requestReference,
  requestRefusal,
} from "./schema.ts";

/** Asks to coordinate a municipality of today. While a request is open, asking again is asking once. */
export async function askForRole(
  actor: Actor,
  input: NewRequest,
  now: Date,
): Promise<Result<{ asked: boolean }, "notFound" | "invalid" | "alreadyCoordinator">> {
  if (!isPerson(actor)) return notFound;
  const parsed = newRequest.safeParse(input);
  if (!parsed.success) return invalid(fieldReasons(parsed.error.issues));
  const { organisationId, note } = parsed.data;
  if (organisationsOf(actor, "coordinator").includes(organisationId))
    return { ok: false, reason: "alreadyCoordinator" };
  return database().transaction(async (tx) => {
    if (!(await isMunicipality(tx, organisationId, now))) {
      return invalid({ organisationId: "municipalityMissing" });
    }
    const { userId } = actor;
    const [made] = await tx
      .insert(coordinatorRequest)
      .values({ userId, organisationId, note, askedAt: now })
      .onConflictDoNothing()
      .returning({ id: coordinatorRequest.id });
    if (!made) return { ok: true, asked: false };
    await recordAudit(tx, actor, {
      action: "roleRequest.send",
      subjectId: made.id,
      organisationId,
    });
    return { ok: true, asked: true };
  });
}

export type DecisionRefusal = "notFound" | "ownRole" | "alreadyGranted" | "alreadyRefused";

/** Grants a request: the person becomes coordinator and is told, once however many approve. */
export async function approveRequest(
  actor: Actor,
  input: RequestReference,
  now: Date,
): Promise<Result<object, DecisionRefusal>> {
  const parsed = requestReference.safeParse(input);
  if (!namesCoordinators(actor) || !parsed.success) return notFound;
  const { requestId } = parsed.data;
  return database().transaction(async (tx) => {
    const found = await lockRequest(tx, requestId);
    if (!found) return notFound;
    if (isOwnRole(actor, found.userId)) return { ok: false, reason: "ownRole" };
    const decision = decisionOn(found, "granted");
    if (decision === "repeats") return { ok: true };
    if (decision !== "decides") return { ok: false, reason: decision };
    await tx
      .update(coordinatorRequest)
      .set({ grantedAt: now, decidedBy: actor.userId })
      .where(eq(coordinatorRequest.id, requestId));
    await giveRole(tx, found, now);
    await recordAudit(tx, actor, aboutOf(found, "roleRequest.approve"));
    const cause = `coordinatorApproved:${requestId}`;
    await tellOfRole(tx, actor, found, { kind: "coordinatorApproved", cause }, now);
    return { ok: true };
  });
}

/** Refuses a request with a reason that the person reads. */
export async function refuseRequest(
  actor: Actor,
  input: RequestRefusal,
  now: Date,
): Promise<Result<object, DecisionRefusal | "invalid">> {
  const parsed = requestRefusal.safeParse(input);
  if (!namesCoordinators(actor)) return notFound;
  if (!parsed.success) return invalid(fieldReasons(parsed.error.issues));
  const { requestId, reason } = parsed.data;
  return database().transaction(async (tx) => {
    const found = await lockRequest(tx, requestId);
    if (!found) return notFound;
    const decision = decisionOn(found, "refused");
    if (decision === "repeats") return { ok: true };
    if (decision !== "decides") return { ok: false, reason: decision };
    await tx
      .update(coordinatorRequest)
      .set({ refusedAt: now, decidedBy: actor.userId, refusalReason: reason })
      .where(eq(coordinatorRequest.id, requestId));
    await recordAudit(tx, actor, { ...aboutOf(found, "roleRequest.refuse"), details: { reason } });
    const cause = `coordinatorRefused:${requestId}`;
    await tellOfRole(tx, actor, found, { kind: "coordinatorRefused", cause }, now, { reason });
    return { ok: true };
  });
}

const notFound = { ok: false, reason: "notFound" } as const;

const invalid = (detail: Record<string, string>) =>
  ({ ok: false, reason: "invalid", detail }) as const;

async function lockRequest(tx: Tx, requestId: string) {
  const [found] = await tx
    .select({
      userId: user.id,
      recipient: user.email,
      locale: user.locale,
      organisationId: coordinatorRequest.organisationId,
      grantedAt: coordinatorRequest.grantedAt,
      refusedAt: coordinatorRequest.refusedAt,
    })
    .from(coordinatorRequest)
    .innerJoin(user, eq(user.id, coordinatorRequest.userId))
    .where(eq(coordinatorRequest.id, requestId))
    .for("update", { of: coordinatorRequest });
  return found ?? null;
}

const aboutOf = ({ userId, organisationId }: Whose, action: string) => ({
  action,
  subjectId: userId,
  organisationId,
});
