import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { trip } from "#db/schema/trip.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import { tripToRead } from "#domain/participant/queries.ts";
import { daysAttended } from "#domain/presence/queries.ts";

/** As a part of a query: every day of this trip, by the name of a column, is locked. */
export const isAllLocked = (tripId: string) => sql<boolean>`not exists (
  select from trip_day d where d.trip_id = ${sql.raw(tripId)} and not exists (
    select from day_lock l where l.trip_day_id = d.id and l.reopened_at is null))`;

/** As a part of a query about registrations that hold a seat: never present, and every day of the trip is locked. */
export const noShow = sql<boolean>`(coalesce(${daysAttended}, 0) = 0
  and ${isAllLocked('"registration"."trip_id"')})`;

export type NoShow = {
  registrationId: string;
  givenName: string;
  familyName: string;
  organisation: string;
};

export type NoShows = {
  /** Every day of the trip is locked, so that nothing more is to come. */
  known: boolean;
  people: NoShow[];
};

/**
 * Who had a seat and never came, by surname: known once every day of the trip is locked. For the trip's organiser and
 * administrators; null to everybody else. Reading it is recorded.
 */
export async function noShowsOfTrip(actor: Actor, slug: string): Promise<NoShows | null> {
  const own = await tripToRead(actor, slug);
  if (!own) return null;
  const people = await database()
    .select({
      registrationId: registration.id,
      givenName: registration.givenName,
      familyName: registration.familyName,
      organisation: nameOnTrip(registration.tripId),
    })
    .from(registration)
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .where(
      and(
        eq(registration.tripId, own.tripId),
        isNotNull(registration.userId),
        isNotNull(registration.confirmedAt),
        isNull(registration.withdrawnAt),
        noShow,
      ),
    )
    .orderBy(
      sql`${registration.familyName} collate "lv-x-icu"`,
      sql`${registration.givenName} collate "lv-x-icu"`,
    );
  const details = { people: people.length };
  await recordAudit(database(), actor, { action: "noShow.read", tripId: own.tripId, details });
  const [days] = await database()
    .select({ known: isAllLocked('"trip"."id"') })
    .from(trip)
    .where(eq(trip.id, own.tripId));
  return { known: days?.known ?? false, people };
}
