import { and, inArray, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { project } from "#db/schema/trip.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import type { NewProject } from "./schema.ts";

/** The columns of a project that stand beside the emblem, for a query that reads them along: `EuProject`. */
export const euProjectColumns = {
  number: project.number,
  shortName: project.shortName,
  programme: project.programme,
  period: project.period,
  fundingStatement: project.fundingStatement,
  disclaimer: project.disclaimer,
};

export type ProjectLine = NewProject & { id: string; trips: number };

/** Projects of the organisations for which the actor organises, by number; one of them with `projectId`. */
export async function ownProjects(actor: Actor, projectId?: string): Promise<ProjectLine[]> {
  const own = inArray(project.organisationId, organisationsOf(actor, "organiser"));
  const rows = await database()
    .select({
      id: project.id,
      organisationId: project.organisationId,
      name: project.name,
      ...euProjectColumns,
      trips: sql<number>`(select count(*)::integer from trip where project_id = project.id)`,
    })
    .from(project)
    .where(and(own, projectId ? sql`${project.id}::text = ${projectId}` : undefined))
    .orderBy(project.number);
  return rows as ProjectLine[];
}
