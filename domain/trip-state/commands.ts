import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { LocalizedText } from "#db/schema/columns.ts";
import { trip } from "#db/schema/trip.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { type OwnTrip, withOwnTrip } from "#domain/trip/commands.ts";
import * as rules from "#domain/trip/rules.ts";
import * as schema from "#domain/trip/schema.ts";
import { fieldReasons, type Result } from "#lib/result.ts";

// A trip's way from draft to published, and to completed or cancelled.

type Over = "cancelled" | "completed";

/** Makes an own draft public. `incomplete` carries what is missing, by field. Publishing twice is publishing once. */
export async function publishTrip(
  actor: Actor,
  { tripId }: { tripId: string },
  now: Date,
): Promise<Result<{ slug: string }, "notFound" | Over | "incomplete">> {
  return withOwnTrip(actor, tripId, async (tx, own) => {
    if (own.publishedAt) return { ok: true, slug: own.slug };
    const missing = rules.missingForPublishing(own, now);
    if (Object.keys(missing).length) return { ok: false, reason: "incomplete", detail: missing };
    await tx.update(trip).set({ publishedAt: now, updatedAt: now }).where(eq(trip.id, own.id));
    await recordAudit(tx, actor, aboutTrip("trip.publish", own));
    return { ok: true, slug: own.slug };
  });
}

/** Cancels an own trip for a reason, and in the same transaction writes to everybody who holds or awaits a seat. */
export async function cancelTrip(
  actor: Actor,
  input: schema.Cancellation,
  now: Date,
): Promise<Result<{ slug: string; told: number }, "notFound" | "invalid" | Over>> {
  return withOwnTrip(actor, input.tripId, async (tx, own) => {
    const parsed = schema.cancellation.safeParse(input);
    if (!parsed.success) {
      return { ok: false, reason: "invalid", detail: fieldReasons(parsed.error.issues) };
    }
    const { tripId, reason } = parsed.data;
    await tx
      .update(trip)
      .set({ cancelledAt: now, cancelReason: reason, updatedAt: now })
      .where(eq(trip.id, tripId));
    const told = await tellEverybody(tx, own, reason);
    await recordAudit(tx, actor, { ...aboutTrip("trip.cancel", own), details: { reason, told } });
    return { ok: true, slug: own.slug, told };
  });
}

/** Closes an own published trip once its last day has come; afterwards its facts and attendance stand. */
export async function completeTrip(
  actor: Actor,
  { tripId }: { tripId: string },
  now: Date,
): Promise<Result<{ slug: string }, "notFound" | Over | "draft" | "notOver">> {
  return withOwnTrip(actor, tripId, async (tx, own) => {
    const refusal = rules.completionRefusal(own, now);
    if (refusal) return { ok: false, reason: refusal };
    await tx.update(trip).set({ completedAt: now, updatedAt: now }).where(eq(trip.id, own.id));
    await recordAudit(tx, actor, aboutTrip("trip.complete", own));
    return { ok: true, slug: own.slug };
  });
}

const aboutTrip = (action: string, own: { id: string; organisationId: string }) => ({
  action,
  subjectId: own.id,
  tripId: own.id,
  organisationId: own.organisationId,
});

/** One message per person. Returns how many were written to. */
async function tellEverybody(tx: Tx, { id, slug, title }: OwnTrip, reason: LocalizedText) {
  const facts = JSON.stringify({ slug, title, reason });
  const { rows } = await tx.execute(sql`
    insert into message (trip_id, registration_id, kind, recipient, locale, facts, cause)
    select trip_id, id, 'cancelled', email, locale, ${facts}::jsonb, 'cancelled:' || id
    from registration where trip_id = ${id} and withdrawn_at is null and user_id is not null
    returning id`);
  return rows.length;
}
