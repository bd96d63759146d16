import { sql } from "drizzle-orm";
import type { IsoDate } from "#lib/dates.ts";

/**
 * The days of the trip that a query is about, in order. Named in full: in a query of one table a column stands
 * without its table.
 */
export const datesOfTrip = sql<IsoDate[]>`array(
  select date::text from trip_day where trip_id = "trip"."id" order by 1)`;
