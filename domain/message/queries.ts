import { and, eq, isNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { LocalizedText } from "#db/schema/columns.ts";
import { delegation } from "#db/schema/delegation.ts";
import { organisation } from "#db/schema/organisation.ts";
import { message, registration } from "#db/schema/registration.ts";
import { project, trip, tripSeat } from "#db/schema/trip.ts";
import type { SystemActor } from "#domain/actor/schema.ts";
import { newestItinerary } from "#domain/itinerary/queries.ts";
import { euProjectColumns } from "#domain/project/queries.ts";
import type { EuProject } from "#domain/project/rules.ts";
import type { WaitingReason } from "#domain/seat/rules.ts";
import { datesOfTrip } from "#domain/trip-day/queries.ts";
import type { IsoDate } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";

type Kind = (typeof message.$inferSelect)["kind"];

/** What is told of the role of a coordinator belongs to no trip. */
type RoleKind = Extract<Kind, `coordinator${string}`>;

/** A message of a trip that is still to be sent, with everything that its text needs. */
export type DueMessage = {
  kind: Exclude<Kind, RoleKind>;
  recipient: string;
  /** The account of this address; null where there is none. */
  recipientId: string | null;
  locale: Locale;
  /** What was known when it was recorded, by kind. */
  facts: Record<string, unknown>;
  trip: {
    slug: string;
    title: LocalizedText;
    /** Days in order. */
    dates: IsoDate[];
    /** Names of the places that the trip goes to, in order. */
    places: string[];
    invitationOnly: boolean;
    registrationDeadline: Date;
    /** The newest published version of its itinerary; null while there is none. */
    itinerary: { number: number; publishedAt: string } | null;
  };
  organiser: LocalizedText;
  project: EuProject | null;
  /** What of the registration holds at this moment; of a delegation, its municipality. */
  registration: {
    /** Null where it is about no single registration, and its person while nobody is named. */
    id: string | null;
    userId: string | null;
    /** Neither withdrawn nor of a trip that is cancelled or over. */
    active: boolean;
    /** The municipality is still asked for somebody else. */
    replacementAsked: boolean;
    /** Empty where it is about no registration and no delegation. */
    organisation: string;
    /** Given and family name; empty where it is about no single person. */
    person: string;
    /** Until when the municipality is to sign off. */
    signOffDueAt: Date | null;
    /** Place in line from 1; null for whoever does not wait. */
    place: number | null;
    waitingReason: WaitingReason | null;
    /** The organiser's reason, when a person and not the rule gave the seat. */
    decisionReason: string | null;
    /** Why somebody else took the seat back. */
    withdrawalReason: string | null;
    /** Who took the seat back. */
    withdrawnBy: "person" | "municipality" | "organiser";
    releaseAt: Date | null;
    promotionEndsAt: Date;
  };
};

/** A message of a trip that was not sent yet; null when it was, or when there is no such message. */
export async function dueMessage(_actor: SystemActor, id: string): Promise<DueMessage | null> {
  const [row] = await database()
    .select({
      kind: sql<DueMessage["kind"]>`${message.kind}`,
      recipient: message.recipient,
      recipientId: sql<string | null>`(select id from "user" where email = ${message.recipient})`,
      locale: message.locale,
      facts: message.facts,
      trip: {
        slug: trip.slug,
        title: trip.title,
        dates: datesOfTrip,
        places: sql<
          string[]
        >`array(select place.name from trip_place join place on place.id = place_id
          where trip_id = ${trip.id} and trip_place.kind = 'visit' order by trip_place.position)`,
        invitationOnly: trip.invitationOnly,
        registrationDeadline: trip.registrationDeadline,
        itinerary: newestItinerary(trip.id),
      },
      organiserName: organisation.name,
      organiserNameEn: organisation.nameEn,
      project: euProjectColumns,
      registration: {
        id: registration.id,
        userId: registration.userId,
        active: sql<boolean>`coalesce(${registration.withdrawnAt} is null, false)
          and ${trip.cancelledAt} is null and ${trip.completedAt} is null
          and ${registration.id} is not null`,
        replacementAsked: sql<boolean>`${registration.replacementAskedUntil} is not null`,
        organisation: sql<string>`coalesce(organisation_name_on(
          coalesce(${registration.organisationId}, ${delegation.organisationId}),
          (select min(date) from trip_day where trip_id = ${trip.id})), '')`,
        person: sql<string>`coalesce(${registration.givenName} || ' ' || ${registration.familyName}, '')`,
        signOffDueAt: registration.signOffDueAt,
        place: sql<number | null>`case when ${registration.id} is not null
          and ${registration.confirmedAt} is null and ${registration.signOffDueAt} is null
          and ${registration.withdrawnAt} is null then place_in_line(${registration.id}) end`,
        waitingReason: registration.waitingReason,
        decisionReason: registration.decisionReason,
        withdrawalReason: registration.withdrawalReason,
        withdrawnBy: sql<DueMessage["registration"]["withdrawnBy"]>`case
          when ${registration.withdrawalReason} is null
            or ${registration.withdrawnBy} is not distinct from ${registration.userId} then 'person'
          when exists (select from membership where user_id = ${registration.withdrawnBy}
            and organisation_id = ${registration.organisationId} and role = 'coordinator')
            then 'municipality'
          else 'organiser' end`,
        releaseAt: tripSeat.releaseAt,
        promotionEndsAt: tripSeat.promotionEndsAt,
      },
    })
    .from(message)
    .innerJoin(trip, eq(trip.id, message.tripId))
    .leftJoin(registration, eq(registration.id, message.registrationId))
    .leftJoin(delegation, eq(delegation.id, message.delegationId))
    .innerJoin(tripSeat, eq(tripSeat.tripId, trip.id))
    .innerJoin(organisation, eq(organisation.id, trip.organisationId))
    .leftJoin(project, eq(project.id, trip.projectId))
    .where(and(eq(message.id, id), isNull(message.sentAt)));
  if (!row) return null;
  const { organiserName, organiserNameEn, ...due } = row;
  return {
    ...due,
    organiser: { lv: organiserName, ...(organiserNameEn ? { en: organiserNameEn } : {}) },
  };
}

/** A message about somebody's role in a municipality that is still to be sent. */
export type DueRoleMessage = {
  kind: RoleKind;
  recipient: string;
  locale: Locale;
  /** Who decided, how to reach them, and why where that was written. */
  facts: { by: string; contact: string; reason?: string };
  /** The municipality. */
  organisation: LocalizedText;
};

/** A message of no trip that was not sent yet; null when it was, or when there is no such message. */
export async function dueRoleMessage(
  _actor: SystemActor,
  id: string,
): Promise<DueRoleMessage | null> {
  const [row] = await database()
    .select({
      kind: sql<RoleKind>`${message.kind}`,
      recipient: message.recipient,
      locale: message.locale,
      facts: sql<DueRoleMessage["facts"]>`${message.facts}`,
      name: organisation.name,
      nameEn: organisation.nameEn,
    })
    .from(message)
    .innerJoin(organisation, sql`${organisation.id}::text = ${message.facts}->>'organisationId'`)
    .where(and(eq(message.id, id), isNull(message.sentAt), isNull(message.tripId)));
  if (!row) return null;
  const { name, nameEn, ...due } = row;
  return { ...due, organisation: { lv: name, ...(nameEn ? { en: nameEn } : {}) } };
}
