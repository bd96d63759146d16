import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { LocalizedText } from "#db/schema/columns.ts";
import { registration } from "#db/schema/registration.ts";
import { trip } from "#db/schema/trip.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { countedDays } from "#domain/certificate/rules.ts";
import { readsMunicipality } from "#domain/municipality/rules.ts";
import { noShow } from "#domain/no-show/queries.ts";
import { daysAttended, daysOfPresence } from "#domain/presence/queries.ts";
import { datesOfTrip } from "#domain/trip-day/queries.ts";
import { dateInRiga, type IsoDate } from "#lib/dates.ts";

export type PastTrip = {
  slug: string;
  title: LocalizedText;
  dates: IsoDate[];
  people: {
    registrationId: string;
    givenName: string;
    familyName: string;
    /** Days on which the person was marked present; null where nothing was recorded of them. */
    attended: number | null;
    /** A certificate can be had: a day of presence is over or locked. */
    certified: boolean;
    /** Had a seat, and by the sheets of all days never came. */
    noShow: boolean;
  }[];
};

/**
 * Who of a municipality was on which trip, the newest first, with the days attended where that was recorded.
 * A municipality that became this one as a whole is told with it. For its coordinators and administrators;
 * null to everybody else. Reading other people's data is recorded.
 */
export async function pastTrips(
  actor: Actor,
  organisationId: string,
  now: Date,
): Promise<PastTrip[] | null> {
  if (!readsMunicipality(actor, organisationId)) return null;
  const rows = await database()
    .select({
      slug: trip.slug,
      title: trip.title,
      dates: datesOfTrip,
      registrationId: registration.id,
      givenName: registration.givenName,
      familyName: registration.familyName,
      attended: daysAttended,
      presentOn: daysOfPresence,
      noShow,
    })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .where(
      and(
        sql`(${registration.organisationId} = ${organisationId}
          or ${registration.organisationId} in (${becameWhole([organisationId])}))`,
        isNotNull(registration.userId),
        isNotNull(registration.confirmedAt),
        isNull(registration.withdrawnAt),
        isNull(trip.cancelledAt),
        sql`(${trip.completedAt} is not null
          or (select max(date) from trip_day where trip_id = ${trip.id}) < ${dateInRiga(now)})`,
      ),
    )
    .orderBy(
      sql`(select min(date) from trip_day where trip_id = ${trip.id}) desc`,
      trip.slug,
      sql`${registration.familyName} collate "lv-x-icu"`,
      sql`${registration.givenName} collate "lv-x-icu"`,
    );
  if (rows.length > 0) {
    const details = { people: rows.length };
    await recordAudit(database(), actor, { action: "attendance.read", organisationId, details });
  }
  return [...Map.groupBy(rows, ({ slug }) => slug).values()].map((people) => {
    const [{ slug, title, dates }] = people as [(typeof rows)[number]];
    const told = people.map(({ presentOn, ...person }) => {
      const certified = countedDays(presentOn, now).length > 0;
      return { ...person, certified };
    });
    return { slug, title, dates, people: told };
  });
}

/** As a part of a query: municipalities that became one of these as a whole. */
export const becameWhole = (organisationIds: readonly string[]) => sql`
  select organisation_id from organisation_successor group by organisation_id
  having count(*) = 1 and array_agg(successor_id) <@ ${sql.param([...organisationIds])}::uuid[]`;

/** As a part of a query: what the organisation of that column became as a whole, null where it did not. */
export const wholeSuccessor = (column: string) => sql<string | null>`(
  select (array_agg(successor_id))[1] from organisation_successor where organisation_id = ${sql.raw(column)}
  having count(*) = 1)`;
