import { and, inArray, type SQLWrapper, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { project } from "#db/schema/trip.ts";
import { isAdmin, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import type { ProjectLogo } from "./rules.ts";
import type { NewProject } from "./schema.ts";

/** The logos of a project in their order, as a part of a query; `projectId` is the project's id. */
export const logosOf = (projectId: SQLWrapper) => sql<ProjectLogo[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('sha256', logo.sha256, 'name', logo.name, 'width', logo.width,
    'height', logo.height) order by logo.position), '[]')
  from project_logo logo where logo.project_id = ${projectId})`;

/** The columns of a project that stand beside the emblem, for a query that reads them along: `EuProject`. */
export const euProjectColumns = {
  number: project.number,
  shortName: project.shortName,
  programme: project.programme,
  period: project.period,
  fundingStatement: project.fundingStatement,
  disclaimer: project.disclaimer,
  logos: logosOf(sql`"project"."id"`),
};

export type ProjectLine = NewProject & { id: string; trips: number; logos: ProjectLogo[] };

/** Whether the actor keeps the projects of an organisation. */
export const mayKeepProjects = (actor: Actor, organisationId: string) =>
  isAdmin(actor) || organisationsOf(actor, "organiser").includes(organisationId);

/** The organisation of a project that the actor keeps, held alone until the transaction ends; null where it is none. */
export async function heldProject(tx: Tx, actor: Actor, projectId: string): Promise<string | null> {
  const [known] = await tx
    .select({ organisationId: project.organisationId })
    .from(project)
    .where(sql`${project.id}::text = ${projectId}`)
    .for("update");
  return known && mayKeepProjects(actor, known.organisationId) ? known.organisationId : null;
}

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
