import { and, asc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { badge } from "#db/schema/badge.ts";
import { organisation, place } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { pickup, vehicle } from "#db/schema/travel.ts";
import { project, trip } from "#db/schema/trip.ts";
import { isAdmin, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { tripRuns } from "#domain/attendance/rules.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { badgeColumns, badgeOf } from "#domain/badge/queries.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import { euProjectColumns } from "#domain/project/queries.ts";
import { datesOfTrip } from "#domain/trip-day/queries.ts";
import type { PaperPerson, PaperTrip, PeoplePaper } from "./schema.ts";

// Papers that name the people of a trip: for its organiser, for its crew while it runs, for administrators to read.

/** A trip as papers tell it, for whoever may print the names on it; null to everybody else. */
export async function tripOnPaper(
  actor: Actor,
  slug: string,
  now: Date,
): Promise<PaperTrip | null> {
  const asOrganiser = organisationsOf(actor, "organiser");
  const asCrew = organisationsOf(actor, "crew");
  const own = inArray(trip.organisationId, [...asOrganiser, ...asCrew]);
  const [found] = await paperTrips(and(eq(trip.slug, slug), isAdmin(actor) ? undefined : own));
  if (!found) return null;
  const mayRead =
    isAdmin(actor) || asOrganiser.includes(found.organiserId) || tripRuns(found.dates, now);
  return mayRead ? found : null;
}

/** People of a paper: everybody with a confirmed seat, or those of one vehicle or one municipality. */
export type PeopleChoice = { vehicleId?: string | undefined; organisationId?: string | undefined };

/**
 * Who is going on a trip, by surname in Latvian order, for a paper of this name; null to whoever may not print it.
 * What was printed by whom is recorded.
 */
export async function peopleOnPaper(
  actor: Actor,
  slug: string,
  { paper, ...choice }: PeopleChoice & { paper: string },
  now: Date,
): Promise<PeoplePaper | null> {
  const found = await tripOnPaper(actor, slug, now);
  if (!found) return null;
  const everything = await peopleOf(found.tripId, choice);
  // Crew call people; they do not write to them (domain/permission/schema.ts).
  const isCrew =
    !isAdmin(actor) && !organisationsOf(actor, "organiser").includes(found.organiserId);
  const people = isCrew ? everything.map((one) => ({ ...one, email: "" })) : everything;
  await recordAudit(database(), actor, {
    action: "paper.print",
    subjectId: found.tripId,
    tripId: found.tripId,
    details: { paper, people: people.length, ...choice },
  });
  return { trip: found, people };
}

/** Names of the vehicles and municipalities by which papers of a trip can be parted. */
export async function partsOfTrip(actor: Actor, slug: string, now: Date) {
  const found = await tripOnPaper(actor, slug, now);
  if (!found) return null;
  const [vehicles, municipalities] = await Promise.all([
    database()
      .select({ id: vehicle.id, name: vehicle.name })
      .from(vehicle)
      .where(eq(vehicle.tripId, found.tripId))
      .orderBy(sql`${vehicle.name} collate "lv-x-icu"`),
    database()
      .selectDistinct({
        id: organisation.id,
        name: sql<string>`${nameOnTrip(registration.tripId)} collate "lv-x-icu"`,
      })
      .from(registration)
      .innerJoin(organisation, eq(organisation.id, registration.organisationId))
      .where(going(found.tripId))
      .orderBy(sql`2`),
  ]);
  return { trip: found, vehicles, municipalities };
}

const going = (tripId: string) =>
  and(
    eq(registration.tripId, tripId),
    isNotNull(registration.userId),
    isNotNull(registration.confirmedAt),
    isNull(registration.withdrawnAt),
  );

async function peopleOf(
  tripId: string,
  { vehicleId, organisationId }: PeopleChoice,
): Promise<PaperPerson[]> {
  const rows = await database()
    .select({
      registrationId: registration.id,
      givenName: registration.givenName,
      familyName: registration.familyName,
      organisationId: registration.organisationId,
      organisation: nameOnTrip(registration.tripId),
      institution: registration.institution,
      position: registration.position,
      phone: registration.phone,
      email: registration.email,
      isHead: registration.isHead,
      made: badgeColumns,
      pickup: {
        place: place.name,
        spot: pickup.spot,
        departsAt: pickup.departsAt,
        vehicleId: vehicle.id,
        vehicle: vehicle.name,
      },
    })
    .from(registration)
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .innerJoin(badge, eq(badge.registrationId, registration.id))
    .leftJoin(pickup, eq(pickup.id, registration.pickupId))
    .leftJoin(vehicle, eq(vehicle.id, pickup.vehicleId))
    .leftJoin(place, eq(place.id, pickup.placeId))
    .where(
      and(
        going(tripId),
        vehicleId ? sql`${vehicle.id}::text = ${vehicleId}` : undefined,
        organisationId ? sql`${registration.organisationId}::text = ${organisationId}` : undefined,
      ),
    )
    .orderBy(
      asc(sql`${registration.familyName} collate "lv-x-icu"`),
      asc(sql`${registration.givenName} collate "lv-x-icu"`),
      asc(registration.line),
    );
  return rows.map(
    ({
      pickup: { spot, departsAt, vehicleId: by, vehicle: name, place: where },
      made,
      ...row
    }) => ({
      ...row,
      ...badgeOf(made),
      pickup:
        spot && departsAt && by && name
          ? { place: where, spot, departsAt, vehicleId: by, vehicle: name }
          : null,
    }),
  );
}

async function paperTrips(where: SQL | undefined): Promise<PaperTrip[]> {
  const rows = await database()
    .select({
      tripId: trip.id,
      slug: trip.slug,
      title: trip.title,
      organiserId: trip.organisationId,
      organiserName: organisation.name,
      organiserNameEn: organisation.nameEn,
      project: euProjectColumns,
      dates: datesOfTrip,
    })
    .from(trip)
    .innerJoin(organisation, eq(organisation.id, trip.organisationId))
    .leftJoin(project, eq(project.id, trip.projectId))
    .where(where);
  return rows.map(({ organiserName: lv, organiserNameEn: en, ...row }) => ({
    ...row,
    organiser: en ? { lv, en } : { lv },
  }));
}
