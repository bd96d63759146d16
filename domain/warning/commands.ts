import { and, eq } from "drizzle-orm";
import { acceptedWarning } from "#db/schema/itinerary.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { withDraft } from "#domain/draft/commands.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import { warningsOfDraft } from "./queries.ts";
import { type Acceptance, acceptance } from "./schema.ts";

/**
 * Accepts a warning that the draft gives at this moment, with a note that stays on record. One that is
 * no longer given is refused: the facts have changed.
 */
export async function acceptWarning(
  actor: Actor,
  input: Acceptance,
  now: Date,
): Promise<Result<object, "notFound" | "cancelled" | "clockSkipped" | "invalid" | "noWarning">> {
  const parsed = acceptance.safeParse(input);
  if (!parsed.success) {
    return { ok: false, reason: "invalid", detail: fieldReasons(parsed.error.issues) };
  }
  const { tripId, fingerprint, note } = parsed.data;
  return withDraft(actor, { tripId }, async (tx, draft, person) => {
    const given = await warningsOfDraft(actor, draft, tx);
    if (!given.some((one) => one.fingerprint === fingerprint)) {
      return { ok: false, reason: "noWarning" };
    }
    const facts = { note, acceptedBy: person.userId, acceptedAt: now };
    await tx
      .insert(acceptedWarning)
      .values({ tripId, fingerprint, ...facts })
      .onConflictDoUpdate({
        target: [acceptedWarning.tripId, acceptedWarning.fingerprint],
        set: facts,
      });
    const details = { fingerprint, note };
    await recordAudit(tx, actor, { action: "warning.accept", tripId, subjectId: tripId, details });
    return { ok: true };
  });
}

/** Gives an accepted warning again. */
export async function restoreWarning(
  actor: Actor,
  { tripId, fingerprint }: Omit<Acceptance, "note">,
  _now: Date,
): Promise<Result<object, "notFound" | "cancelled" | "clockSkipped" | "noWarning">> {
  return withDraft(actor, { tripId }, async (tx) => {
    const which = and(
      eq(acceptedWarning.tripId, tripId),
      eq(acceptedWarning.fingerprint, fingerprint),
    );
    const gone = await tx
      .delete(acceptedWarning)
      .where(which)
      .returning({ tripId: acceptedWarning.tripId });
    if (gone.length === 0) return { ok: false, reason: "noWarning" };
    const details = { fingerprint };
    await recordAudit(tx, actor, { action: "warning.restore", tripId, subjectId: tripId, details });
    return { ok: true };
  });
}
