import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { acceptedWarning } from "#db/schema/itinerary.ts";
import { trip, tripSeat } from "#db/schema/trip.ts";
import type { Actor } from "#domain/actor/schema.ts";
import type { DraftItem } from "#domain/draft/schema.ts";
import { warningsOf } from "./rules.ts";
import type { Warning } from "./schema.ts";

export type ShownWarning = Warning & {
  /** Why somebody found it bearable; null while nobody did. */
  acceptedNote: string | null;
};

/** What should be looked at in a draft that the caller has read as its organiser. */
export async function warningsOfDraft(
  _actor: Actor,
  draft: { tripId: string; dates: string[]; items: DraftItem[] },
  tx: Tx,
): Promise<ShownWarning[]> {
  const { tripId, dates, items } = draft;
  const [given] = await tx
    .select({ speed: trip.travelSpeed, capacity: tripSeat.capacity })
    .from(trip)
    .innerJoin(tripSeat, eq(tripSeat.tripId, trip.id))
    .where(eq(trip.id, tripId));
  if (!given) return [];
  const accepted = await tx
    .select({ fingerprint: acceptedWarning.fingerprint, note: acceptedWarning.note })
    .from(acceptedWarning)
    .where(eq(acceptedWarning.tripId, tripId));
  const notes = new Map(accepted.map(({ fingerprint, note }) => [fingerprint, note]));
  return warningsOf(items, { ...given, dates }).map((warning) => ({
    ...warning,
    acceptedNote: notes.get(warning.fingerprint) ?? null,
  }));
}
