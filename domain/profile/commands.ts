import { and, eq, isNull } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { organisation } from "#db/schema/organisation.ts";
import { user } from "#db/schema/person.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { otherOrganisationNamed } from "#domain/organisation/commands.ts";
import { otherOrganisation } from "#domain/registration/schema.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import { type ProfileAnswers, profileAnswers } from "./schema.ts";

export type ProfileRefusal = "notFound" | "invalid";

/**
 * Saves the actor's own profile. Registrations keep what was answered for them. `invalid` names in its
 * detail what is wrong, field by field.
 */
export async function saveProfile(
  actor: Actor,
  input: ProfileAnswers,
  _now: Date,
): Promise<Result<object, ProfileRefusal>> {
  if (!isPerson(actor)) return { ok: false, reason: "notFound" };
  const parsed = profileAnswers.safeParse(input);
  if (!parsed.success) {
    return { ok: false, reason: "invalid", detail: fieldReasons(parsed.error.issues) };
  }
  const { organisation: chosen, institution, ...answers } = parsed.data;
  return database().transaction(async (tx) => {
    const organisationId =
      chosen === otherOrganisation
        ? await otherOrganisationNamed(tx, institution)
        : await municipalityOfToday(tx, chosen);
    if (!organisationId) {
      return { ok: false, reason: "invalid", detail: { organisation: "organisationMissing" } };
    }
    await tx
      .update(user)
      .set({ ...answers, organisationId, institution: institution || null })
      .where(eq(user.id, actor.userId));
    await recordAudit(tx, actor, {
      action: "profile.save",
      subjectId: actor.userId,
      organisationId,
    });
    return { ok: true };
  });
}

async function municipalityOfToday(tx: Tx, id: string): Promise<string | null> {
  const [found] = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(
      and(
        eq(organisation.id, id),
        eq(organisation.kind, "municipality"),
        isNull(organisation.validTo),
      ),
    );
  return found?.id ?? null;
}
