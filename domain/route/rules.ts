import type { IsoDate } from "#lib/dates.ts";

/** Days that would go although the draft itinerary or the attendance list needs them. */
export function daysStillNeeded(
  before: readonly { date: IsoDate; items: number; marks: number }[],
  after: readonly IsoDate[],
): { date: IsoDate; items: number; marks: number }[] {
  return before.filter(({ date, items, marks }) => items + marks > 0 && !after.includes(date));
}
