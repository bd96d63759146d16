import { and, asc, desc, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { badge } from "#db/schema/badge.ts";
import { need } from "#db/schema/need.ts";
import { organisation } from "#db/schema/organisation.ts";
import { endedMembership, user } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { pickup } from "#db/schema/travel.ts";
import { trip, tripDay } from "#db/schema/trip.ts";
import { isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { tripRuns } from "#domain/attendance/rules.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { badgeColumns, badgeOf } from "#domain/badge/queries.ts";
import { newestFacts } from "#domain/itinerary/queries.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import { markColumns, nameOfUser, ofHolder } from "#domain/presence/queries.ts";
import { datesOfTrip } from "#domain/trip-day/queries.ts";
import { walkInsToTake } from "#domain/walk-in/queries.ts";
import { clockInRiga, dateInRiga } from "#lib/dates.ts";
import { badgeSeries } from "#lib/keys.ts";
import { keptUntil, type Leader } from "./rules.ts";
import type { RollCall, RollCallMark, RollCallPerson } from "./schema.ts";

/**
 * Everything a phone needs to call the roll of a trip without the network. For organisers of the trip's
 * organisation, and its crew while the trip runs; null to everybody else. Reading it is recorded.
 */
export async function rollCall(actor: Actor, slug: string, now: Date): Promise<RollCall | null> {
  const own = await tripToCall(actor, slug, now);
  if (!own) return null;
  const { tripId, title, dates } = own;
  const [reader, people, marks, pickups, facts, walkIns] = await Promise.all([
    readerOf(own.actor),
    peopleOf(tripId, own.runs),
    marksOfTrip(tripId),
    pickupsOf(tripId),
    newestFacts(actor, tripId),
    walkInsToTake(database(), actor, tripId),
  ]);
  await recordAudit(database(), actor, {
    action: "attendance.take",
    tripId,
    organisationId: own.organisationId,
    details: { people: people.length },
  });
  const items = (facts?.days ?? []).flatMap(({ date, items: ofDay }) =>
    ofDay.flatMap(({ id, startsAt, title: name }) =>
      id ? [{ id, date, time: clockInRiga(new Date(startsAt)), title: name }] : [],
    ),
  );
  const taken = own.publishedAt !== null && own.cancelledAt === null && own.completedAt === null;
  return {
    tripId,
    title,
    badgeSeries: badgeSeries(tripId),
    reader,
    dates,
    taken,
    selfCheckIn: own.selfCheckIn,
    keptUntil: keptUntil(dates).toISOString(),
    pickups,
    items,
    people,
    marks,
    walkIns,
  };
}

/** The title of a trip whose roll the actor may call now; null when it is not there for the actor. */
export async function rollCallTitle(actor: Actor, slug: string, now: Date) {
  return (await tripToCall(actor, slug, now))?.title ?? null;
}

async function tripToCall(actor: Actor, slug: string, now: Date) {
  if (!isPerson(actor)) return null;
  const asOrganiser = organisationsOf(actor, "organiser");
  const own = inArray(trip.organisationId, [...asOrganiser, ...organisationsOf(actor, "crew")]);
  const [found] = await database()
    .select({
      tripId: trip.id,
      title: trip.title,
      organisationId: trip.organisationId,
      publishedAt: trip.publishedAt,
      cancelledAt: trip.cancelledAt,
      completedAt: trip.completedAt,
      dates: datesOfTrip,
      selfCheckIn: sql<boolean>`exists (select from self_check_in where trip_id = ${trip.id})`,
    })
    .from(trip)
    .where(and(eq(trip.slug, slug), own));
  if (!found) return null;
  const runs = tripRuns(found.dates, now);
  if (!runs && !asOrganiser.includes(found.organisationId)) return null;
  return { ...found, runs, actor };
}

async function readerOf({ userId, email }: PersonActor): Promise<RollCall["reader"]> {
  const [found] = await database()
    .select({ name: nameOfUser })
    .from(user)
    .where(eq(user.id, userId));
  return { userId, name: found?.name ?? email };
}

async function peopleOf(tripId: string, runs: boolean): Promise<RollCallPerson[]> {
  const marked = sql`exists (select from attendance where registration_id = ${registration.id})`;
  const onBoard = sql<
    string | null
  >`case when ${registration.withdrawnAt} is null then ${need.access} end`;
  const rows = await database()
    .select({
      registrationId: registration.id,
      givenName: registration.givenName,
      familyName: registration.familyName,
      organisation: nameOnTrip(registration.tripId),
      delegationId: registration.delegationId,
      isHead: registration.isHead,
      noPhotos: registration.noPhotos,
      pickupId: registration.pickupId,
      phone: runs ? registration.phone : sql<null>`null`,
      access: onBoard,
      badge: badgeColumns,
    })
    .from(registration)
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .innerJoin(badge, eq(badge.registrationId, registration.id))
    .leftJoin(need, eq(need.registrationId, registration.id))
    .where(
      and(
        eq(registration.tripId, tripId),
        isNotNull(registration.confirmedAt),
        isNotNull(registration.userId),
        or(isNull(registration.withdrawnAt), marked),
      ),
    )
    .orderBy(
      sql`${registration.familyName} collate "lv-x-icu"`,
      sql`${registration.givenName} collate "lv-x-icu"`,
      asc(registration.id),
    );
  return rows.map(({ badge: facts, ...row }) => ({ ...row, ...badgeOf(facts) }));
}

async function marksOfTrip(tripId: string): Promise<RollCallMark[]> {
  const rows = await database()
    .select({
      id: attendance.id,
      registrationId: attendance.registrationId,
      date: tripDay.date,
      agendaItemId: attendance.agendaItemId,
      pickupId: attendance.pickupId,
      ...markColumns,
      by: nameOfUser,
      deviceAt: attendance.deviceAt,
      reason: attendance.reason,
      revoked: attendance.revoked,
    })
    .from(attendance)
    .innerJoin(tripDay, eq(tripDay.id, attendance.tripDayId))
    .innerJoin(user, eq(user.id, attendance.recordedBy))
    .where(and(eq(tripDay.tripId, tripId), ofHolder))
    .orderBy(asc(attendance.sequence));
  return rows.map((row) => ({ ...row, deviceAt: row.deviceAt.toISOString() }));
}

async function pickupsOf(tripId: string): Promise<RollCall["pickups"]> {
  const rows = await database()
    .select({ id: pickup.id, spot: pickup.spot, departsAt: pickup.departsAt })
    .from(pickup)
    .where(eq(pickup.tripId, tripId))
    .orderBy(asc(pickup.departsAt), asc(pickup.id));
  return rows.map(({ id, spot, departsAt }) => ({
    id,
    spot,
    date: dateInRiga(departsAt),
    time: clockInRiga(departsAt),
  }));
}

/** As what the actor leads the trips of an organisation, or led them last; null who never did. */
export async function leaderOf(
  tx: Tx,
  actor: PersonActor,
  organisationId: string,
): Promise<Leader | null> {
  for (const role of ["organiser", "crew"] as const) {
    if (organisationsOf(actor, role).includes(organisationId)) return { role, endedAt: null };
  }
  const [ended] = await tx
    .select({
      role: endedMembership.role,
      beganAt: endedMembership.beganAt,
      endedAt: endedMembership.endedAt,
    })
    .from(endedMembership)
    .where(
      and(
        eq(endedMembership.userId, actor.userId),
        eq(endedMembership.organisationId, organisationId),
        inArray(endedMembership.role, ["organiser", "crew"]),
      ),
    )
    .orderBy(desc(endedMembership.endedAt))
    .limit(1);
  return ended ? { ...ended, role: ended.role === "organiser" ? "organiser" : "crew" } : null;
}
