import { and, asc, eq, exists, inArray, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation, place } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { pickup } from "#db/schema/travel.ts";
import { project } from "#db/schema/trip.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import { tripToRead } from "#domain/participant/queries.ts";

export type TripChoices = {
  organisations: { id: string; name: string }[];
  projects: { id: string; number: string; shortName: string }[];
};

/** For whom the actor can make a trip, and which projects can pay for it. */
export async function tripChoices(actor: Actor): Promise<TripChoices> {
  const mine = organisationsOf(actor, "organiser");
  const [organisations, projects] = await Promise.all([
    database()
      .select({ id: organisation.id, name: organisation.name })
      .from(organisation)
      .where(inArray(organisation.id, mine))
      .orderBy(sql`${organisation.name} collate "lv-x-icu"`),
    database()
      .select({ id: project.id, number: project.number, shortName: project.shortName })
      .from(project)
      .where(inArray(project.organisationId, mine))
      .orderBy(project.number),
  ]);
  return { organisations, projects };
}

/** By what the list of a trip can be narrowed down: who sends, and where people get on. */
export async function participantChoices(actor: Actor, slug: string) {
  const own = await tripToRead(actor, slug);
  if (!own) return null;
  const [organisations, pickups] = await Promise.all([
    database()
      .select({ id: organisation.id, name: nameOnTrip(sql`${own.tripId}::uuid`).as("name") })
      .from(organisation)
      .where(
        exists(
          database()
            .select({ one: sql`1` })
            .from(registration)
            .where(
              and(
                eq(registration.tripId, own.tripId),
                eq(registration.organisationId, organisation.id),
              ),
            ),
        ),
      )
      .orderBy(sql`name`),
    database()
      .select({
        id: pickup.id,
        name: sql<string>`coalesce(${place.name} || ', ', '') || ${pickup.spot}`,
      })
      .from(pickup)
      .leftJoin(place, eq(place.id, pickup.placeId))
      .where(eq(pickup.tripId, own.tripId))
      .orderBy(asc(pickup.departsAt)),
  ]);
  return { organisations, pickups };
}
