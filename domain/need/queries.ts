import { and, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { need, needConsent } from "#db/schema/need.ts";
import { organisation } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { trip, tripSeat } from "#db/schema/trip.ts";
import { isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { tripRuns } from "#domain/attendance/rules.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import { datesOfTrip } from "#domain/trip-day/queries.ts";
import type { LocalizedWords } from "#lib/locales.ts";
import {
  countsOf,
  isEnteredByCoordinator,
  type Need,
  type NeedCase,
  type NeedCounts,
} from "./rules.ts";

/**
 * Somebody's needs, for the person and for the coordinator who enters them; null to everybody else, and once the
 * registration is withdrawn or the trip cancelled. Reading somebody else's is recorded.
 */
export async function needCase(
  actor: Actor,
  registrationId: string,
  now: Date,
): Promise<NeedCase | null> {
  if (!isPerson(actor)) return null;
  const coordinated = inArray(registration.organisationId, organisationsOf(actor, "coordinator"));
  const [row] = await database()
    .select({
      userId: registration.userId,
      enteredBy: registration.enteredBy,
      person: sql<string>`trim(${registration.givenName} || ' ' || ${registration.familyName})`,
      organisation: nameOnTrip(registration.tripId),
      organiserName: sql<string>`(select name from organisation where id = ${trip.organisationId})`,
      organiserNameEn: sql<
        string | null
      >`(select name_en from organisation where id = ${trip.organisationId})`,
      keptDays: trip.needsKeptDays,
      namesFrozenAt: tripSeat.namesFrozenAt,
      tripId: trip.id,
      tripSlug: trip.slug,
      tripTitle: trip.title,
      tripDates: datesOfTrip,
      consentedAt: needConsent.givenAt,
      consentGivenBy: needConsent.givenBy,
      need: { diet: need.diet, allergy: need.allergy, access: need.access },
    })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .innerJoin(tripSeat, eq(tripSeat.tripId, trip.id))
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .leftJoin(
      needConsent,
      and(eq(needConsent.registrationId, registration.id), isNull(needConsent.withdrawnAt)),
    )
    .leftJoin(need, eq(need.registrationId, registration.id))
    .where(
      and(
        sql`${registration.id}::text = ${registrationId}`,
        or(eq(registration.userId, actor.userId), coordinated),
        isNull(registration.withdrawnAt),
        isNull(trip.cancelledAt),
        isNotNull(registration.userId),
      ),
    );
  if (!row) return null;
  const isOwn = row.userId === actor.userId;
  if (!isOwn) {
    if (!isEnteredByCoordinator(row, now)) return null;
    await recordAudit(database(), actor, {
      action: "need.read",
      subjectId: registrationId,
      tripId: row.tripId,
    });
  }
  const { organiserName: lv, organiserNameEn: en, person, organisation: of, ...rest } = row;
  const { keptDays, tripSlug, tripTitle, consentedAt } = rest;
  return {
    registrationId,
    holderId: row.userId,
    person,
    isOwn,
    organisation: of,
    organiser: en ? { lv, en } : { lv },
    keptDays,
    tripSlug,
    tripTitle,
    tripDates: rest.tripDates,
    consentedAt,
    asksConsent: consentedAt === null || (isOwn && row.consentGivenBy !== actor.userId),
    need: rest.need,
  };
}

/** Needs of a trip: counts for everybody who may read it, and by name what each role may see. */
export type TripNeeds = {
  tripId: string;
  title: LocalizedWords;
  counts: NeedCounts;
  /** Of the organiser: everybody who needs something. Of crew: those who need help with access. */
  named: ({ registrationId: string; name: string; organisation: string } & Need)[];
};

/**
 * What those with a seat on a trip need: for its organiser with names, for crew while it runs as counts and, by
 * name, access alone; null to everybody else. Reading it is recorded.
 */
export async function tripNeeds(actor: Actor, slug: string, now: Date): Promise<TripNeeds | null> {
  const [own] = await database()
    .select({
      tripId: trip.id,
      title: trip.title,
      organisationId: trip.organisationId,
      dates: datesOfTrip,
    })
    .from(trip)
    .where(
      and(
        eq(trip.slug, slug),
        inArray(trip.organisationId, [
          ...organisationsOf(actor, "organiser"),
          ...organisationsOf(actor, "crew"),
        ]),
      ),
    );
  if (!own) return null;
  const organises = organisationsOf(actor, "organiser").includes(own.organisationId);
  if (!organises && !tripRuns(own.dates, now)) return null;
  const seated = and(
    eq(registration.tripId, own.tripId),
    isNotNull(registration.confirmedAt),
    isNull(registration.withdrawnAt),
  );
  const rows = await database()
    .select({
      registrationId: registration.id,
      name: sql<string>`${registration.familyName} || ', ' || ${registration.givenName}`,
      organisation: nameOnTrip(registration.tripId),
      diet: need.diet,
      allergy: need.allergy,
      access: need.access,
    })
    .from(need)
    .innerJoin(registration, eq(registration.id, need.registrationId))
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .where(seated)
    .orderBy(sql`${registration.familyName} collate "lv-x-icu"`, registration.line);
  const people = await database().$count(registration, seated);
  await recordAudit(database(), actor, {
    action: "need.list",
    subjectId: own.tripId,
    tripId: own.tripId,
    details: { rows: rows.length },
  });
  const named = organises
    ? rows
    : rows
        .filter(({ access }) => access !== null)
        .map((row) => ({ ...row, diet: "none" as const, allergy: null }));
  return { tripId: own.tripId, title: own.title, counts: countsOf(people, rows), named };
}
