import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { LocalizedText } from "#db/schema/columns.ts";
import { organisation } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { trip, tripSeat } from "#db/schema/trip.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import type { DayPresent } from "#domain/certificate/rules.ts";
import { newestItinerary } from "#domain/itinerary/queries.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import { daysAttended, daysOfPresence } from "#domain/presence/queries.ts";
import type { WaitingReason } from "#domain/seat/rules.ts";
import { datesOfTrip } from "#domain/trip-day/queries.ts";
import type { IsoDate } from "#lib/dates.ts";
import { type RegistrationState, withState } from "./rules.ts";

/** Place in line, counted from 1, of a waiting registration; null of any other. */
const placeInLine = sql<number | null>`case
  when ${registration.confirmedAt} is null and ${registration.withdrawnAt} is null
    and ${registration.signOffDueAt} is null
  then place_in_line(${registration.id}) end`;

const ownColumns = {
  registrationId: registration.id,
  confirmedAt: registration.confirmedAt,
  withdrawnAt: registration.withdrawnAt,
  signOffDueAt: registration.signOffDueAt,
  createdAt: registration.createdAt,
  waitingReason: registration.waitingReason,
  place: placeInLine,
  organisation: nameOnTrip(registration.tripId),
  tripId: trip.id,
  tripSlug: trip.slug,
  tripTitle: trip.title,
  tripDates: datesOfTrip,
  tripCancelledAt: trip.cancelledAt,
  tripCompletedAt: trip.completedAt,
  releaseAt: tripSeat.releaseAt,
  promotionEndsAt: tripSeat.promotionEndsAt,
  namesFrozenAt: tripSeat.namesFrozenAt,
  replacementAskedUntil: registration.replacementAskedUntil,
  isHead: registration.isHead,
  noPhotos: registration.noPhotos,
  attended: daysAttended,
  presentOn: daysOfPresence,
  /** The newest published version of the itinerary. */
  itinerary: newestItinerary(trip.id),
};

/** A registration as its own person sees it. */
export type OwnRegistration = {
  registrationId: string;
  state: RegistrationState;
  /** Until when the municipality is to sign off; null where it need not, or has. */
  signOffDueAt: Date | null;
  createdAt: Date;
  waitingReason: WaitingReason | null;
  place: number | null;
  organisation: string;
  tripId: string;
  tripSlug: string;
  tripTitle: LocalizedText;
  /** Days of the trip in order. */
  tripDates: IsoDate[];
  tripCancelledAt: Date | null;
  tripCompletedAt: Date | null;
  releaseAt: Date | null;
  promotionEndsAt: Date;
  /** Until when somebody else can take the place. */
  namesFrozenAt: Date;
  /** Answers for the municipality's delegation on the way. */
  isHead: boolean;
  /** Wishes neither to be photographed nor to be seen in what is published. */
  noPhotos: boolean;
  /** On how many days the person was present; null where nothing was recorded. */
  attended: number | null;
  /** Those days, and which of them are locked. */
  presentOn: DayPresent[];
  /** The person cannot come, and the municipality is asked for somebody else until then. */
  replacementAskedUntil: Date | null;
  itinerary: { number: number; publishedAt: string } | null;
};

/** All registrations of the actor, the newest trip first. */
export async function myRegistrations(actor: Actor): Promise<OwnRegistration[]> {
  if (!isPerson(actor)) return [];
  return ownRegistrations(eq(registration.userId, actor.userId));
}

/** The actor's active registration for a trip, or null. */
export async function registrationOf(
  actor: Actor,
  tripSlug: string,
): Promise<OwnRegistration | null> {
  if (!isPerson(actor)) return null;
  const [own] = await ownRegistrations(
    and(
      eq(registration.userId, actor.userId),
      eq(trip.slug, tripSlug),
      isNull(registration.withdrawnAt),
    ),
  );
  return own ?? null;
}

async function ownRegistrations(where: SQL | undefined): Promise<OwnRegistration[]> {
  const rows = await database()
    .select(ownColumns)
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .innerJoin(tripSeat, eq(tripSeat.tripId, trip.id))
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .where(where)
    .orderBy(desc(datesOfTrip), desc(registration.createdAt));
  return rows.map(withState);
}
