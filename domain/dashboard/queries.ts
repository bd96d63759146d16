import { and, eq, inArray, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { trip } from "#db/schema/trip.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import type { DayCount } from "./rules.ts";

/** Registrations by day and mails that did not get through, of an own trip; null to everybody else. */
export async function tripActivity(
  actor: Actor,
  tripId: string,
): Promise<{ days: DayCount[]; failedMails: number } | null> {
  const own = inArray(trip.organisationId, organisationsOf(actor, "organiser"));
  if (!(await database().$count(trip, and(eq(trip.id, tripId), own)))) return null;
  const { rows: days } = await database().execute<DayCount>(sql`
    select date, sum(registered)::integer as registered, sum(withdrawn)::integer as withdrawn from (
      select (created_at at time zone 'Europe/Riga')::date::text as date, 1 as registered, 0 as withdrawn
        from registration where trip_id = ${tripId}
      union all
      select (withdrawn_at at time zone 'Europe/Riga')::date::text, 0, 1
        from registration where trip_id = ${tripId} and withdrawn_at is not null
    ) as change group by date order by date`);
  const { rows: mails } = await database().execute<{ count: number }>(sql`
    select count(*)::integer as count from message
    where trip_id = ${tripId} and sent_at is null and failed_attempts > 0`);
  return { days, failedMails: mails[0]?.count ?? 0 };
}
