import { and, eq, inArray, or, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { trip } from "#db/schema/trip.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import { withState } from "#domain/registration/rules.ts";
import { datesOfTrip } from "#domain/trip-day/queries.ts";
import type { SignOffCase } from "./rules.ts";

/**
 * What a coordinator, or the trip's organiser, needs to know to say yes or no to a registration; null of
 * anybody else's. Reading it is recorded.
 */
export async function signOffCase(
  actor: Actor,
  registrationId: string,
): Promise<SignOffCase | null> {
  const own = or(
    inArray(registration.organisationId, organisationsOf(actor, "coordinator")),
    inArray(trip.organisationId, organisationsOf(actor, "organiser")),
  );
  const [row] = await database()
    .select({
      registrationId: registration.id,
      givenName: registration.givenName,
      familyName: registration.familyName,
      position: registration.position,
      organisation: nameOnTrip(registration.tripId),
      confirmedAt: registration.confirmedAt,
      withdrawnAt: registration.withdrawnAt,
      signOffDueAt: registration.signOffDueAt,
      signedOffAt: registration.signedOffAt,
      tripId: trip.id,
      tripSlug: trip.slug,
      tripTitle: trip.title,
      tripDates: datesOfTrip,
    })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .where(and(sql`${registration.id}::text = ${registrationId}`, own));
  if (!row) return null;
  await recordAudit(database(), actor, {
    action: "registration.read",
    subjectId: row.registrationId,
    tripId: row.tripId,
  });
  return withState(row);
}
