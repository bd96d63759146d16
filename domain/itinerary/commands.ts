import { database } from "#db/client.ts";
import { itineraryVersion } from "#db/schema/itinerary.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { briefly, difference } from "#domain/difference/rules.ts";
import { lockDraft } from "#domain/draft/commands.ts";
import { tellTravellers } from "#domain/message/commands.ts";
import { dateInRiga } from "#lib/dates.ts";
import type { Result } from "#lib/result.ts";
import { draftOfTrip, newestVersion } from "./queries.ts";
import { contentOfDraft, saysTheSame, worthTelling } from "./rules.ts";
import { type ItineraryFacts, type Publication, publication } from "./schema.ts";

/** Changes that a mail lists; the page of the version lists all. */
const mostTold = 30;

/**
 * Publishes the draft as the next version and records a message to everybody who has a seat, while the
 * trip is not over. Refused when there is nothing in it, or nothing new.
 */
export async function publishItinerary(
  actor: Actor,
  input: Publication,
  now: Date,
): Promise<
  Result<{ number: number }, "notFound" | "cancelled" | "invalid" | "empty" | "unchanged">
> {
  const parsed = publication.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "invalid" };
  const { tripId, note } = parsed.data;
  return database().transaction(async (tx) => {
    const own = await lockDraft(tx, actor, { tripId });
    if (!own.ok || !isPerson(actor)) return { ok: false, reason: own.ok ? "notFound" : own.reason };
    const draft = await draftOfTrip(actor, tripId, tx);
    const last = await newestVersion(actor, tripId, tx);
    if (!draft?.days.some(({ items }) => items.length > 0)) return { ok: false, reason: "empty" };
    const content = contentOfDraft(draft);
    if (last && saysTheSame(content, last.facts)) {
      return { ok: false, reason: "unchanged", detail: { number: last.number } };
    }
    const number = (last?.number ?? 0) + 1;
    const facts: ItineraryFacts = { number, note, publishedAt: now.toISOString(), ...content };
    await tx
      .insert(itineraryVersion)
      .values({ tripId, number, note, facts, publishedAt: now, publishedBy: actor.userId });
    await recordAudit(tx, actor, {
      action: "itinerary.publish",
      tripId,
      subjectId: tripId,
      details: { number, note },
    });
    if (worthTelling(content, dateInRiga(now))) {
      const cause = `itinerary:${tripId}:${number}`;
      const changes = last ? briefly(difference(last.facts, content)).slice(0, mostTold) : [];
      const told = { number, note, publishedAt: facts.publishedAt, changes };
      const said = { tripId, kind: "itinerary", facts: told, cause } as const;
      await tellTravellers(tx, said, now);
    }
    return { ok: true, number };
  });
}
