import { eq, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { organisation, speaker } from "#db/schema/organisation.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { itemsInUse } from "#domain/record/queries.ts";
import { type ChangedSpeaker, changedSpeaker } from "#domain/record/schema.ts";
import { fieldReasons, type Result } from "#lib/result.ts";

// Speakers are in the register that all organisers share.

/** Changes a speaker; the organisation may be another one than the venue's. */
export async function changeSpeaker(
  actor: Actor,
  input: ChangedSpeaker,
  _now: Date,
): Promise<Result<{ speakerId: string }, "notFound" | "invalid">> {
  return withSpeaker(actor, input.speakerId, async (tx) => {
    const parsed = changedSpeaker.safeParse(input);
    if (!parsed.success) {
      return { ok: false, reason: "invalid", detail: fieldReasons(parsed.error.issues) };
    }
    const { speakerId, ...facts } = parsed.data;
    if (!(await tx.$count(organisation, eq(organisation.id, facts.organisationId)))) {
      return { ok: false, reason: "invalid", detail: { organisationId: "hostNameMissing" } };
    }
    await tx.update(speaker).set(facts).where(eq(speaker.id, speakerId));
    const details = { publicationBasis: facts.publicationBasis };
    await recordAudit(tx, actor, { action: "speaker.change", subjectId: speakerId, details });
    return { ok: true, speakerId };
  });
}

/** Removes a speaker whom no agenda item names; else it is refused with their names and number. */
export async function removeSpeaker(
  actor: Actor,
  { speakerId }: { speakerId: string },
  _now: Date,
): Promise<Result<object, "notFound" | "speakerInUse">> {
  return withSpeaker(actor, speakerId, async (tx) => {
    const detail = await itemsInUse(tx, { speakerId });
    if (detail.items) return { ok: false, reason: "speakerInUse", detail };
    await tx.delete(speaker).where(eq(speaker.id, speakerId));
    await recordAudit(tx, actor, { action: "speaker.remove", subjectId: speakerId });
    return { ok: true };
  });
}

/** One transaction around a change of a speaker, for organisers alone. */
async function withSpeaker<Outcome>(
  actor: Actor,
  speakerId: string,
  change: (tx: Tx) => Promise<Outcome>,
): Promise<Outcome | { ok: false; reason: "notFound" }> {
  if (organisationsOf(actor, "organiser").length === 0) return { ok: false, reason: "notFound" };
  return database().transaction(async (tx) => {
    const [known] = await tx
      .select({ id: speaker.id })
      .from(speaker)
      .where(sql`${speaker.id}::text = ${speakerId}`)
      .for("update");
    return known ? change(tx) : { ok: false, reason: "notFound" };
  });
}
