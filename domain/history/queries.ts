import { and, asc, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { organisation } from "#db/schema/organisation.ts";
import { user } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { trip } from "#db/schema/trip.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import { tripToRead } from "#domain/participant/queries.ts";
import { daysAttended, daysOfPresence } from "#domain/presence/queries.ts";
import { withState } from "#domain/registration/rules.ts";
import { datesOfTrip } from "#domain/trip-day/queries.ts";

/**
 * One registration with contact data and history, for the organiser of its trip and for administrators;
 * null to everybody else. Reading it is recorded.
 */
export async function participant(actor: Actor, slug: string, registrationId: string) {
  const own = await tripToRead(actor, slug);
  if (!own) return null;
  const [row] = await database()
    .select({
      registrationId: registration.id,
      confirmedAt: registration.confirmedAt,
      withdrawnAt: registration.withdrawnAt,
      signOffDueAt: registration.signOffDueAt,
      createdAt: registration.createdAt,
      waitingReason: registration.waitingReason,
      place: sql<number | null>`case when ${registration.confirmedAt} is null
        and ${registration.withdrawnAt} is null and ${registration.signOffDueAt} is null
        then place_in_line(${registration.id}) end`,
      organisation: nameOnTrip(registration.tripId),
      organisationId: registration.organisationId,
      tripCompletedAt: trip.completedAt,
      pickupId: registration.pickupId,
      givenName: registration.givenName,
      familyName: registration.familyName,
      email: registration.email,
      phone: registration.phone,
      institution: registration.institution,
      position: registration.position,
      noPhotos: registration.noPhotos,
      decisionReason: registration.decisionReason,
      /** The municipality is asked for its yes, and has not given it. */
      asksSignOff: sql<boolean>`(${registration.confirmedAt} is null and ${registration.withdrawnAt} is null
        and ${registration.enteredBy} is null and ${registration.signedOffAt} is null
        and ${registration.userId} is not null and needs_sign_off(
          ${registration.tripId}, ${registration.organisationId}, ${registration.userId}))`,
      attended: daysAttended,
      presentOn: daysOfPresence,
      tripDates: datesOfTrip,
      tripCancelledAt: trip.cancelledAt,
      proposed: sql<boolean>`exists (select from proposal where registration_id = ${registration.id})`,
    })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .where(
      and(sql`${registration.id}::text = ${registrationId}`, eq(registration.tripId, own.tripId)),
    );
  if (!row) return null;
  const history = await database()
    .select({
      at: auditEntry.at,
      action: auditEntry.action,
      byName: user.name,
      details: auditEntry.details,
    })
    .from(auditEntry)
    .leftJoin(user, eq(user.id, auditEntry.actorId))
    .where(and(eq(auditEntry.tripId, own.tripId), eq(auditEntry.subjectId, registrationId)))
    .orderBy(asc(auditEntry.id));
  await recordAudit(database(), actor, {
    action: "registration.read",
    subjectId: registrationId,
    tripId: own.tripId,
  });
  return {
    ...withState(row),
    history: history.filter(({ action }) => action !== "registration.read"),
  };
}
