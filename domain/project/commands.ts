import { database } from "#db/client.ts";
import { project } from "#db/schema/trip.ts";
import { isAdmin, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import { type NewProject, newProject } from "./schema.ts";

/** Puts a project of an organisation on record. `numberTaken`: another one has this number. */
export async function createProject(
  actor: Actor,
  input: NewProject,
): Promise<Result<{ projectId: string }, "notFound" | "invalid" | "numberTaken">> {
  const own = organisationsOf(actor, "organiser").includes(input.organisationId);
  if (!own && !isAdmin(actor)) return { ok: false, reason: "notFound" };
  const parsed = newProject.safeParse(input);
  if (!parsed.success) {
    return { ok: false, reason: "invalid", detail: fieldReasons(parsed.error.issues) };
  }
  const { organisationId, number } = parsed.data;
  return database().transaction(async (tx) => {
    const [made] = await tx
      .insert(project)
      .values(parsed.data)
      .onConflictDoNothing({ target: project.number })
      .returning({ projectId: project.id });
    if (!made) return { ok: false, reason: "numberTaken" };
    await recordAudit(tx, actor, {
      action: "project.create",
      subjectId: made.projectId,
      organisationId,
      details: { number },
    });
    return { ok: true, projectId: made.projectId };
  });
}
