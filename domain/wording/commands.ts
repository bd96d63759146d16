import { and, eq, inArray } from "drizzle-orm";
import { database } from "#db/client.ts";
import { wording } from "#db/schema/paper.ts";
import { trip } from "#db/schema/trip.ts";
import { isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import { unknownFields } from "./rules.ts";
import { type WordingChange, type WordingTexts, wordingChange } from "./schema.ts";

/**
 * Keeps an organiser's own words for a paper: of one own trip, or of all trips of an own organisation. Words left empty
 * are the product's own again. A field that the paper does not have is refused; `detail` names it per language.
 */
export async function saveWording(
  actor: Actor,
  input: WordingChange,
  now: Date,
): Promise<Result<object, "notFound" | "invalid" | "unknownFields">> {
  const parsed = wordingChange.safeParse(input);
  if (!parsed.success) {
    return { ok: false, reason: "invalid", detail: fieldReasons(parsed.error.issues) };
  }
  const { organisationId, tripId, paper, ...written } = parsed.data;
  const own = organisationsOf(actor, "organiser");
  if (!isPerson(actor) || !own.includes(organisationId)) return { ok: false, reason: "notFound" };
  const texts = Object.fromEntries(
    Object.entries(written).filter(([, text]) => text),
  ) as WordingTexts;
  const unknown = Object.entries(texts).flatMap(([locale, text]) => {
    const fields = unknownFields(text, paper);
    return fields.length
      ? [[locale, fields.map((name) => `{${name.replace(/[{}]/g, "")}}`).join(", ")]]
      : [];
  });
  if (unknown.length)
    return { ok: false, reason: "unknownFields", detail: Object.fromEntries(unknown) };
  return database().transaction(async (tx) => {
    const ofTrip = tripId ? and(eq(trip.id, tripId), inArray(trip.organisationId, own)) : undefined;
    if (ofTrip && !(await tx.$count(trip, ofTrip))) return { ok: false, reason: "notFound" };
    const kept = { texts, changedBy: actor.userId, changedAt: now };
    await tx
      .insert(wording)
      .values({ organisationId, tripId, paper, ...kept })
      .onConflictDoUpdate({
        target: [wording.organisationId, wording.tripId, wording.paper],
        set: kept,
      });
    await recordAudit(tx, actor, {
      action: "wording.change",
      organisationId,
      ...(tripId ? { tripId } : {}),
      details: { paper, texts },
    });
    return { ok: true };
  });
}
