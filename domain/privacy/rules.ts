import { addDays, dateInRiga, type IsoDate } from "#lib/dates.ts";

/** How long after a trip what only its travel needed is kept, in days (the page /privacy promises it). */
export const logisticsDays = 30;

/** Trips whose last day was before this one are long enough over. */
export function logisticsOverBefore(now: Date): IsoDate {
  return addDays(dateInRiga(now), -logisticsDays);
}
