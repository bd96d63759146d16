import { and, isNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { trip, tripSeat } from "#db/schema/trip.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { addDays, dateInRiga, momentInRiga } from "#lib/dates.ts";

/**
 * When what public pages say changes next by time alone: registration of a published trip opens or
 * closes, kept seats are released, the line stops moving by itself, or the day in Riga ends.
 */
export async function nextBoundary(_actor: Actor, now: Date): Promise<Date> {
  const midnight = momentInRiga(addDays(dateInRiga(now), 1), "00:00");
  const moments = sql`(values (${trip.registrationOpensAt}), (${trip.registrationDeadline}),
    (${tripSeat.releaseAt}), (${tripSeat.promotionEndsAt})) as moments (moment)`;
  const [row] = await database()
    .select({ next: sql`min(moment)`.mapWith(trip.registrationDeadline) })
    .from(trip)
    .leftJoin(tripSeat, sql`${tripSeat.tripId} = ${trip.id}`)
    .innerJoinLateral(moments, sql`moment > ${now} and moment < ${midnight}`)
    .where(and(sql`${trip.publishedAt} is not null`, isNull(trip.cancelledAt)));
  return row?.next ?? midnight;
}
