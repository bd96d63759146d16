import { and, asc, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation, place } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { pickup } from "#db/schema/travel.ts";
import { project, trip } from "#db/schema/trip.ts";
import { isAdmin, isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import { becameWhole } from "#domain/past-trip/queries.ts";
import { euProjectColumns } from "#domain/project/queries.ts";
import { datesOfTrip } from "#domain/trip-day/queries.ts";
import type { Addressee, Whose } from "./schema.ts";

/**
 * People who had a seat and for whom the actor may have papers, by surname in Latvian order: oneself, people of an own
 * municipality, people of an own trip; administrators have everybody's. Whoever calls it records what is read.
 */
export async function addressees(actor: Actor, whose: Whose): Promise<Addressee[]> {
  if (!isPerson(actor)) return [];
  const organiser = sql`organiser`;
  const municipalities = organisationsOf(actor, "coordinator");
  const mine = or(
    eq(registration.userId, actor.userId),
    inArray(registration.organisationId, municipalities),
    sql`${registration.organisationId} in (${becameWhole(municipalities)})`,
    inArray(trip.organisationId, organisationsOf(actor, "organiser")),
  );
  return database()
    .select({
      registrationId: registration.id,
      userId: registration.userId,
      locale: registration.locale,
      name: sql<string>`trim(${registration.givenName} || ' ' || ${registration.familyName})`,
      organisation: nameOnTrip(registration.tripId),
      authority: organisation.institution,
      institution: registration.institution,
      position: registration.position,
      confirmedAt: registration.confirmedAt,
      withdrawnAt: registration.withdrawnAt,
      pickupPlace: place.name,
      pickupSpot: pickup.spot,
      departsAt: pickup.departsAt,
      tripId: trip.id,
      slug: trip.slug,
      title: trip.title,
      aim: trip.aim,
      costs: trip.costs,
      contactName: trip.contactName,
      contactPhone: trip.contactPhone,
      cancelledAt: trip.cancelledAt,
      completedAt: trip.completedAt,
      timesIllustrative: trip.timesIllustrative,
      dates: datesOfTrip,
      organiserId: trip.organisationId,
      organiserName: sql<string>`${organiser}.name`,
      organiserNameEn: sql<string | null>`${organiser}.name_en`,
      project: euProjectColumns,
    })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .innerJoin(sql`organisation ${organiser}`, sql`${organiser}.id = ${trip.organisationId}`)
    .leftJoin(project, eq(project.id, trip.projectId))
    .leftJoin(pickup, eq(pickup.id, registration.pickupId))
    .leftJoin(place, eq(place.id, pickup.placeId))
    .where(
      and(
        "registrationId" in whose
          ? sql`${registration.id}::text = ${whose.registrationId}`
          : eq(trip.slug, whose.tripSlug),
        isNotNull(registration.userId),
        isNotNull(registration.confirmedAt),
        isAdmin(actor) ? undefined : mine,
      ),
    )
    .orderBy(
      asc(sql`${registration.familyName} collate "lv-x-icu"`),
      asc(sql`${registration.givenName} collate "lv-x-icu"`),
      asc(registration.line),
    );
}
