import { eq, inArray, or, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { proposal } from "#db/schema/replacement.ts";
import { trip, tripSeat } from "#db/schema/trip.ts";
import { isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import { withState } from "#domain/registration/rules.ts";
import { type ReplacementCase, replaceRefusal } from "#domain/replacement/rules.ts";
import { datesOfTrip } from "#domain/trip-day/queries.ts";

/**
 * A registered person's place and whom they propose for it; `refusal`: why nobody else can take it now. For the
 * person, a coordinator of the municipality and the trip's organiser; null to everybody else. Reading somebody
 * else's is recorded.
 */
export async function replacementCase(
  actor: Actor,
  registrationId: string,
  now: Date,
): Promise<ReplacementCase | null> {
  if (!isPerson(actor)) return null;
  const own = or(
    eq(registration.userId, actor.userId),
    inArray(registration.organisationId, organisationsOf(actor, "coordinator")),
    inArray(trip.organisationId, organisationsOf(actor, "organiser")),
  );
  const [row] = await database()
    .select({
      registrationId: registration.id,
      userId: registration.userId,
      givenName: registration.givenName,
      familyName: registration.familyName,
      position: registration.position,
      organisation: nameOnTrip(registration.tripId),
      confirmedAt: registration.confirmedAt,
      withdrawnAt: registration.withdrawnAt,
      signOffDueAt: registration.signOffDueAt,
      inDelegation: sql<boolean>`${registration.delegationId} is not null`,
      isHead: registration.isHead,
      noPhotos: registration.noPhotos,
      replacementAskedUntil: registration.replacementAskedUntil,
      namesFrozenAt: tripSeat.namesFrozenAt,
      cancelledAt: trip.cancelledAt,
      completedAt: trip.completedAt,
      tripId: trip.id,
      tripSlug: trip.slug,
      tripTitle: trip.title,
      tripDates: datesOfTrip,
      proposal: {
        id: proposal.id,
        givenName: proposal.givenName,
        familyName: proposal.familyName,
        position: proposal.position,
        email: proposal.email,
        phone: proposal.phone,
      },
    })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .innerJoin(tripSeat, eq(tripSeat.tripId, trip.id))
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .leftJoin(proposal, eq(proposal.registrationId, registration.id))
    .where(sql`${registration.id}::text = ${registrationId} and ${own}`);
  if (!row) return null;
  if (row.userId !== actor.userId) {
    const { registrationId: subjectId, tripId } = row;
    await recordAudit(database(), actor, { action: "registration.read", subjectId, tripId });
  }
  const { userId: holderId, ...facts } = row;
  return { holderId, ...withState(facts), refusal: replaceRefusal(row, now) };
}
