import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import type { LocalizedText } from "#db/schema/columns.ts";
import { invitation } from "#db/schema/coordinator.ts";
import { organisation } from "#db/schema/organisation.ts";
import { project, trip } from "#db/schema/trip.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { visibleTo } from "#domain/invitation/queries.ts";
import { newestItinerary } from "#domain/itinerary/queries.ts";
import { euProjectColumns } from "#domain/project/queries.ts";
import type { EuProject } from "#domain/project/rules.ts";
import { type SeatSummary, seatSummaries } from "#domain/seat/queries.ts";
import { type TripState, tripState } from "#domain/trip/rules.ts";
import { datesOfTrip } from "#domain/trip-day/queries.ts";
import type { IsoDate } from "#lib/dates.ts";

/** What somebody needs to know of a trip to register for it. */
export type Call = {
  tripId: string;
  slug: string;
  title: LocalizedText;
  /** Days of the trip in order. */
  dates: IsoDate[];
  organiser: LocalizedText;
  project: EuProject | null;
  state: TripState;
  registrationOpensAt: Date;
  registrationDeadline: Date;
  cancelReason: LocalizedText | null;
  /** Listed nowhere: found by the link of an invitation. */
  invitationOnly: boolean;
  /** The newest published version of the itinerary; null while there is none. */
  itinerary: { number: number; publishedAt: string } | null;
  seats: SeatSummary;
};

/** The call of a published trip at a moment; null when there is no such trip. */
export async function callOf(actor: Actor, slug: string, now: Date): Promise<Call | null> {
  const [row] = await database()
    .select({
      tripId: trip.id,
      slug: trip.slug,
      title: trip.title,
      dates: datesOfTrip,
      organiserName: organisation.name,
      organiserNameEn: organisation.nameEn,
      project: euProjectColumns,
      registrationOpensAt: trip.registrationOpensAt,
      registrationDeadline: trip.registrationDeadline,
      publishedAt: trip.publishedAt,
      cancelledAt: trip.cancelledAt,
      completedAt: trip.completedAt,
      cancelReason: trip.cancelReason,
      invitationOnly: trip.invitationOnly,
      itinerary: newestItinerary(trip.id),
    })
    .from(trip)
    .innerJoin(organisation, eq(organisation.id, trip.organisationId))
    .leftJoin(project, eq(project.id, trip.projectId))
    .where(and(eq(trip.slug, slug), visibleTo(actor)));
  if (!row) return null;
  const seats = (await seatSummaries([row.tripId], now)).get(row.tripId);
  if (!seats) throw new Error("A trip has no seats");
  const { publishedAt, cancelledAt, completedAt, organiserName, organiserNameEn, ...facts } = row;
  const organiser = { lv: organiserName, ...(organiserNameEn ? { en: organiserNameEn } : {}) };
  return { ...facts, organiser, state: tripState(row, now), seats };
}

/** The published trip, if the actor may send people of this municipality to it. */
export async function callToSend(tx: Tx, actor: PersonActor, slug: string, organisationId: string) {
  const own = inArray(trip.organisationId, organisationsOf(actor, "organiser"));
  const sends = organisationsOf(actor, "coordinator").includes(organisationId);
  const [found] = await tx
    .select({
      tripId: trip.id,
      publishedAt: trip.publishedAt,
      cancelledAt: trip.cancelledAt,
      completedAt: trip.completedAt,
      registrationOpensAt: trip.registrationOpensAt,
      registrationDeadline: trip.registrationDeadline,
    })
    .from(trip)
    .innerJoin(
      organisation,
      and(sql`${organisation.id}::text = ${organisationId}`, isNull(organisation.validTo)),
    )
    .where(
      and(
        eq(trip.slug, slug),
        sql`${trip.publishedAt} is not null`,
        sends
          ? or(eq(trip.invitationOnly, false), inArray(trip.id, invitedTrips(organisationId)))
          : own,
      ),
    );
  return found ?? null;
}

const invitedTrips = (organisationId: string) =>
  database()
    .select({ tripId: invitation.tripId })
    .from(invitation)
    .where(and(eq(invitation.organisationId, organisationId), isNull(invitation.revokedAt)));
