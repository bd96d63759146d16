import { and, eq, ne } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { project, trip } from "#db/schema/trip.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import { heldProject, mayKeepProjects } from "./queries.ts";
import { type ChangedProject, changedProject, type NewProject, newProject } from "./schema.ts";

/** `invalid` carries in `detail` the key of a sentence per field. */
type Refusal = "notFound" | "invalid";

/** Puts a project of an organisation on record. The number of another one is refused at the field. */
export async function createProject(
  actor: Actor,
  input: NewProject,
): Promise<Result<{ projectId: string }, Refusal>> {
  if (!mayKeepProjects(actor, input.organisationId)) return notFound;
  const parsed = newProject.safeParse(input);
  if (!parsed.success) return invalid(fieldReasons(parsed.error.issues));
  const { organisationId, number } = parsed.data;
  return database().transaction(async (tx) => {
    const [made] = await tx
      .insert(project)
      .values(parsed.data)
      .onConflictDoNothing({ target: project.number })
      .returning({ projectId: project.id });
    if (!made) return invalid({ number: "projectNumberTaken" });
    const entry = { action: "project.create", subjectId: made.projectId, organisationId };
    await recordAudit(tx, actor, { ...entry, details: { number } });
    return { ok: true, projectId: made.projectId };
  });
}

/** Changes a project of an own organisation; published itineraries keep the words that they had. */
export async function changeProject(
  actor: Actor,
  input: ChangedProject,
  _now: Date,
): Promise<Result<{ projectId: string }, Refusal>> {
  return withProject(actor, input.projectId, async (tx, organisationId) => {
    const parsed = changedProject.safeParse(input);
    if (!parsed.success) return invalid(fieldReasons(parsed.error.issues));
    const { projectId, ...facts } = parsed.data;
    const taken = and(eq(project.number, facts.number), ne(project.id, projectId));
    if (await tx.$count(project, taken)) return invalid({ number: "projectNumberTaken" });
    await tx.update(project).set(facts).where(eq(project.id, projectId));
    const entry = { action: "project.change", subjectId: projectId, organisationId };
    await recordAudit(tx, actor, { ...entry, details: { number: facts.number } });
    return { ok: true, projectId };
  });
}

/** Removes a project that no trip has; else it is refused with their number. */
export async function removeProject(
  actor: Actor,
  { projectId }: { projectId: string },
  _now: Date,
): Promise<Result<object, "notFound" | "projectInUse">> {
  return withProject(actor, projectId, async (tx, organisationId) => {
    const trips = await tx.$count(trip, eq(trip.projectId, projectId));
    if (trips) return { ok: false, reason: "projectInUse", detail: { trips } };
    await tx.delete(project).where(eq(project.id, projectId));
    const entry = { action: "project.remove", subjectId: projectId, organisationId };
    await recordAudit(tx, actor, entry);
    return { ok: true };
  });
}

async function withProject<Outcome>(
  actor: Actor,
  projectId: string,
  change: (tx: Tx, organisationId: string) => Promise<Outcome>,
): Promise<Outcome | typeof notFound> {
  return database().transaction(async (tx) => {
    const organisationId = await heldProject(tx, actor, projectId);
    return organisationId ? change(tx, organisationId) : notFound;
  });
}

const notFound = { ok: false, reason: "notFound" } as const;

const invalid = (detail: Record<string, string>) =>
  ({ ok: false, reason: "invalid", detail }) as const;
