import { and, asc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { invitation } from "#db/schema/coordinator.ts";
import { organisation } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { trip } from "#db/schema/trip.ts";
import { isAdmin, isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import { invitationHash, invitationToken } from "#lib/keys.ts";

/**
 * As a part of a query: the published trips that the actor may read. One by invitation is for whoever holds
 * a link that is not revoked, for coordinators of the invited, and for those who are on it.
 */
export function visibleTo(actor: Actor): SQL | undefined {
  const published = sql`${trip.publishedAt} is not null`;
  if (isAdmin(actor)) return published;
  const held = actor.kind === "system" ? [] : (actor.invitations ?? []).map(invitationHash);
  const invited = or(
    held.length > 0 ? inArray(invitation.tokenHash, held) : undefined,
    inArray(invitation.organisationId, organisationsOf(actor, "coordinator")),
  );
  const byInvitation = database()
    .select({ tripId: invitation.tripId })
    .from(invitation)
    .where(and(isNull(invitation.revokedAt), invited));
  const own = inArray(trip.organisationId, organisationsOf(actor, "organiser"));
  const onIt = isPerson(actor)
    ? inArray(
        trip.id,
        database()
          .select({ tripId: registration.tripId })
          .from(registration)
          .where(eq(registration.userId, actor.userId)),
      )
    : undefined;
  return and(
    published,
    or(eq(trip.invitationOnly, false), own, onIt, inArray(trip.id, byInvitation)),
  );
}

/** The trip that a link opens; null when there is none, or the invitation was taken back. */
export async function invitedTo(_actor: Actor, token: string): Promise<{ slug: string } | null> {
  const [found] = await database()
    .select({ slug: trip.slug })
    .from(invitation)
    .innerJoin(trip, eq(trip.id, invitation.tripId))
    .where(
      and(
        eq(invitation.tokenHash, invitationHash(token)),
        isNull(invitation.revokedAt),
        sql`${trip.publishedAt} is not null`,
      ),
    );
  return found ?? null;
}

/** Who is invited to an own trip, by name, with the link of each; null for anybody but its organiser. */
export async function invitationsOfTrip(actor: Actor, slug: string) {
  const own = inArray(trip.organisationId, organisationsOf(actor, "organiser"));
  const [found] = await database()
    .select({ tripId: trip.id })
    .from(trip)
    .where(and(eq(trip.slug, slug), own));
  if (!found) return null;
  const rows = await database()
    .select({
      invitationId: invitation.id,
      organisation: nameOnTrip(invitation.tripId),
      createdAt: invitation.createdAt,
      revokedAt: invitation.revokedAt,
      registrations: sql<number>`(select count(*)::integer from registration
        where registration.trip_id = ${invitation.tripId} and withdrawn_at is null
          and registration.organisation_id = ${invitation.organisationId})`,
    })
    .from(invitation)
    .innerJoin(organisation, eq(organisation.id, invitation.organisationId))
    .where(eq(invitation.tripId, found.tripId))
    .orderBy(asc(sql`${organisation.name} collate "lv-x-icu"`), asc(invitation.createdAt));
  return rows.map((row) => ({
    ...row,
    token: row.revokedAt ? null : invitationToken(row.invitationId),
  }));
}
