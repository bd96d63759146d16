import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { dayLock } from "#db/schema/sheet.ts";
import { trip, tripDay } from "#db/schema/trip.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import type { DayReference } from "./schema.ts";

/** As a part of a query about days of trips: the day is locked. */
export const isLocked = sql<boolean>`exists (select from day_lock
  where trip_day_id = "trip_day"."id" and reopened_at is null)`;

/**
 * Whether a day is locked; until the caller's transaction ends, nobody locks it. A lock that is being made at this
 * moment is waited for.
 */
export async function dayIsLocked(tx: Tx, tripDayId: string): Promise<boolean> {
  await tx
    .select({ id: tripDay.id })
    .from(tripDay)
    .where(eq(tripDay.id, tripDayId))
    .for("key share");
  const locks = await tx.$count(
    dayLock,
    and(eq(dayLock.tripDayId, tripDayId), isNull(dayLock.reopenedAt)),
  );
  return locks > 0;
}

/** A day of a trip that the actor organises, held by `strength`: alone, or together with others who add to it. */
export async function heldDay(
  tx: Tx,
  actor: Actor,
  { tripId, date }: DayReference,
  strength: "update" | "key share",
) {
  const [found] = await tx
    .select({
      tripDayId: tripDay.id,
      organisationId: trip.organisationId,
      publishedAt: trip.publishedAt,
      cancelledAt: trip.cancelledAt,
    })
    .from(tripDay)
    .innerJoin(trip, eq(trip.id, tripDay.tripId))
    .where(
      and(
        sql`${trip.id}::text = ${tripId}`,
        sql`${tripDay.date}::text = ${date}`,
        inArray(trip.organisationId, organisationsOf(actor, "organiser")),
      ),
    )
    .for(strength, { of: tripDay });
  return found ?? null;
}
