import { and, eq, exists, inArray, isNotNull, lt, ne, or, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { bed, roomWish } from "#db/schema/lodging.ts";
import { message, registration } from "#db/schema/registration.ts";
import { proposal } from "#db/schema/replacement.ts";
import { trip, tripDay } from "#db/schema/trip.ts";
import type { SystemActor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { logisticsOverBefore } from "./rules.ts";

/**
 * Deletes the phone numbers, pick-ups, room wishes and beds of everybody who was registered for a trip that has been
 * over for 30 days, and its contact's number, and records per trip how many. Evidence (name, organisation, attendance) stays.
 */
export async function forgetLogistics(actor: SystemActor, now: Date): Promise<void> {
  const lastDay = database()
    .select({ date: sql`max(${tripDay.date})` })
    .from(tripDay)
    .where(eq(tripDay.tripId, trip.id))
    .having(lt(sql`max(${tripDay.date})`, logisticsOverBefore(now)));
  const over = database()
    .select({ one: sql`1` })
    .from(trip)
    .where(and(eq(trip.id, registration.tripId), exists(lastDay)));
  await database().transaction(async (tx) => {
    const forgotten = await tx
      .update(registration)
      .set({ phone: "", pickupId: null })
      .where(and(or(ne(registration.phone, ""), isNotNull(registration.pickupId)), exists(over)))
      .returning({ tripId: registration.tripId });
    const ofOver = tx.select({ id: registration.id }).from(registration).where(exists(over));
    await tx.delete(bed).where(inArray(bed.registrationId, ofOver));
    await tx.delete(roomWish).where(inArray(roomWish.registrationId, ofOver));
    await tx
      .update(message)
      .set({ facts: sql`${message.facts} - 'stored'` })
      .where(
        and(
          inArray(message.registrationId, ofOver),
          eq(message.kind, "entered"),
          isNotNull(message.sentAt),
          sql`${message.facts} ? 'stored'`,
        ),
      );
    await tx
      .update(trip)
      .set({ contactPhone: null })
      .where(and(isNotNull(trip.contactPhone), exists(lastDay)));
    await tx.delete(proposal).where(inArray(proposal.registrationId, ofOver));
    for (const [tripId, those] of Map.groupBy(forgotten, (one) => one.tripId)) {
      const details = { phones: those.length };
      await recordAudit(tx, actor, {
        action: "privacy.forget",
        subjectId: tripId,
        tripId,
        details,
      });
    }
  });
}
