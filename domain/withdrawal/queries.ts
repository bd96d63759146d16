import { and, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { trip, tripSeat } from "#db/schema/trip.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { hasCoordinator } from "#domain/coordinator/queries.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import { withState } from "#domain/registration/rules.ts";
import { datesOfTrip } from "#domain/trip-day/queries.ts";
import { askedUntil, type WithdrawalCase } from "./rules.ts";

/**
 * The actor's own registration as it is given up; `wouldAskUntil`: until when the municipality would be asked
 * for somebody else, null where the place goes at once. Null of anybody else's.
 */
export async function withdrawalCase(
  actor: Actor,
  registrationId: string,
  now: Date,
): Promise<WithdrawalCase | null> {
  if (!isPerson(actor)) return null;
  const [row] = await database()
    .select({
      registrationId: registration.id,
      organisationId: registration.organisationId,
      organisation: nameOnTrip(registration.tripId),
      confirmedAt: registration.confirmedAt,
      withdrawnAt: registration.withdrawnAt,
      signOffDueAt: registration.signOffDueAt,
      replacementAskedUntil: registration.replacementAskedUntil,
      promotionEndsAt: tripSeat.promotionEndsAt,
      namesFrozenAt: tripSeat.namesFrozenAt,
      registrationDeadline: trip.registrationDeadline,
      cancelledAt: trip.cancelledAt,
      completedAt: trip.completedAt,
      tripSlug: trip.slug,
      tripTitle: trip.title,
      tripDates: datesOfTrip,
    })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .innerJoin(tripSeat, eq(tripSeat.tripId, trip.id))
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .where(
      and(sql`${registration.id}::text = ${registrationId}`, eq(registration.userId, actor.userId)),
    );
  if (!row) return null;
  const { organisationId, ...facts } = row;
  const known = await hasCoordinator(database(), organisationId);
  const own = withState(facts);
  return { ...own, wouldAskUntil: askedUntil({ ...own, hasCoordinator: known }, now) };
}
