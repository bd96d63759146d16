import { inArray, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation } from "#db/schema/organisation.ts";
import { project } from "#db/schema/trip.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";

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
