import { and, eq, notInArray, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { lodging } from "#db/schema/lodging.ts";
import { tripDay, tripPlace } from "#db/schema/trip.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { nightProblems } from "#domain/lodging/rules.ts";
import type { TripFacts } from "#domain/trip/schema.ts";
import type { Result } from "#lib/result.ts";
import { daysStillNeeded } from "./rules.ts";

/**
 * Writes the days and places of a trip anew, in the transaction of a caller who holds the trip and has
 * found it to be the actor's. A day with agenda items, pick-ups, attendance marks or a signed sheet cannot go:
 * `dayInUse` carries the date and how many there are. Nights of a lodging that would then lie outside the trip are refused
 * with its name.
 */
export async function writeRoute(
  tx: Tx,
  _actor: Actor,
  tripId: string,
  { dates, places }: Pick<TripFacts, "dates" | "places">,
): Promise<Result<object, "dayInUse" | "nightsOutside">> {
  const lodging = await lodgingLeftOut(tx, tripId, dates);
  if (lodging) return { ok: false, reason: "nightsOutside", detail: { lodging } };
  const [needed] = daysStillNeeded(await usedDays(tx, tripId), dates);
  if (needed) return { ok: false, reason: "dayInUse", detail: needed };
  await tx.delete(tripDay).where(and(eq(tripDay.tripId, tripId), notInArray(tripDay.date, dates)));
  if (dates.length) {
    await tx
      .insert(tripDay)
      .values(dates.map((date) => ({ tripId, date })))
      .onConflictDoNothing();
  }
  await tx.delete(tripPlace).where(eq(tripPlace.tripId, tripId));
  if (places.length) {
    await tx
      .insert(tripPlace)
      .values(places.map((stop, index) => ({ ...stop, tripId, position: index + 1 })));
  }
  return { ok: true };
}

/** The name of a lodging with nights that do not belong to these days; null when there is none. */
async function lodgingLeftOut(tx: Tx, tripId: string, dates: string[]): Promise<string | null> {
  const lodgings = await tx
    .select({
      name: lodging.name,
      firstNight: lodging.firstNight,
      lastNight: lodging.lastNight,
    })
    .from(lodging)
    .where(eq(lodging.tripId, tripId))
    .orderBy(lodging.firstNight);
  const out = lodgings.find((nights) => Object.keys(nightProblems(nights, dates)).length > 0);
  return out?.name ?? null;
}

function usedDays(tx: Tx, tripId: string) {
  return tx
    .select({
      date: tripDay.date,
      items: sql<number>`(select count(*)::int from agenda_item where trip_day_id = trip_day.id)
        + (select count(*)::int from pickup where pickup.trip_id = trip_day.trip_id
            and (departs_at at time zone 'Europe/Riga')::date = trip_day.date)`,
      marks: sql<number>`(select count(*)::int from attendance where trip_day_id = trip_day.id)
        + (select count(*)::int from walk_in where trip_day_id = trip_day.id)
        + (select count(*)::int from walk_in_removal where trip_day_id = trip_day.id)
        + (select count(*)::int from signed_sheet where trip_day_id = trip_day.id)
        + (select count(*)::int from signature where trip_day_id = trip_day.id)
        + (select count(*)::int from day_lock where trip_day_id = trip_day.id)`,
    })
    .from(tripDay)
    .where(eq(tripDay.tripId, tripId))
    .orderBy(tripDay.date);
}
