import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { invitation } from "#db/schema/coordinator.ts";
import { organisation } from "#db/schema/organisation.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { tellCoordinators } from "#domain/message/commands.ts";
import { withOwnTrip } from "#domain/trip/commands.ts";
import { invitationHash, invitationToken } from "#lib/keys.ts";
import type { Result } from "#lib/result.ts";
import {
  type InvitationReference,
  invitationReference,
  type NewInvitation,
  newInvitation,
} from "./schema.ts";

type Refusal = "notFound" | "invalid" | "cancelled" | "completed";

/**
 * Invites a municipality, or another organisation, to an own trip, and tells its coordinators the link.
 * Inviting twice is inviting once, with the same link.
 */
export async function invite(
  actor: Actor,
  input: NewInvitation,
  now: Date,
): Promise<Result<{ token: string }, Refusal>> {
  const parsed = newInvitation.safeParse(input);
  if (!isPerson(actor)) return { ok: false, reason: "notFound" };
  return withOwnTrip(actor, input.tripId, async (tx, own) => {
    if (!parsed.success) return { ok: false, reason: "invalid" };
    const { tripId, organisationId } = parsed.data;
    const present = and(eq(organisation.id, organisationId), isNull(organisation.validTo));
    if (!(await tx.$count(organisation, present))) return { ok: false, reason: "invalid" };
    const id = randomUUID();
    const tokenHash = invitationHash(invitationToken(id));
    const [made] = await tx
      .insert(invitation)
      .values({ id, tripId, organisationId, tokenHash, invitedBy: actor.userId, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: invitation.id });
    if (made) {
      const facts = { invitationId: id };
      const cause = `invitation:${id}`;
      const said = { tripId, kind: "invitation" as const, facts, cause };
      await tellCoordinators(tx, organisationId, said, now);
      await recordAudit(tx, actor, {
        action: "invitation.send",
        subjectId: id,
        tripId: own.id,
        organisationId,
      });
      return { ok: true, token: invitationToken(id) };
    }
    const [known] = await tx
      .select({ id: invitation.id })
      .from(invitation)
      .where(
        and(
          eq(invitation.tripId, tripId),
          eq(invitation.organisationId, organisationId),
          isNull(invitation.revokedAt),
        ),
      );
    return { ok: true, token: invitationToken((known as { id: string }).id) };
  });
}

/** Takes an invitation back: its link opens nothing any more. Whoever has registered keeps what they have. */
export async function revokeInvitation(
  actor: Actor,
  input: InvitationReference,
  now: Date,
): Promise<Result<object, Refusal>> {
  const parsed = invitationReference.safeParse(input);
  return withOwnTrip(actor, input.tripId, async (tx, own) => {
    if (!parsed.success) return { ok: false, reason: "invalid" };
    const [revoked] = await tx
      .update(invitation)
      .set({ revokedAt: now })
      .where(
        and(
          eq(invitation.id, parsed.data.invitationId),
          eq(invitation.tripId, own.id),
          isNull(invitation.revokedAt),
        ),
      )
      .returning({ id: invitation.id, organisationId: invitation.organisationId });
    if (revoked) {
      await recordAudit(tx, actor, {
        action: "invitation.revoke",
        subjectId: revoked.id,
        tripId: own.id,
        organisationId: revoked.organisationId,
      });
    }
    return { ok: true };
  });
}
