import { hoursAttended } from "#domain/certificate/rules.ts";
import type { Cell } from "#domain/export/schema.ts";
import type { ItineraryFacts } from "#domain/itinerary/schema.ts";
import type { IsoDate } from "#lib/dates.ts";

/** How many people were present on the same days of a trip. */
export type SameDays = { days: IsoDate[]; people: number };

/**
 * Days of presence of all these people together, and their hours as their certificates say them. No hours where the
 * itinerary has none, or says that its times are only illustrative.
 */
export function sumOfPresence(facts: ItineraryFacts | null, attended: readonly SameDays[]) {
  const sum = (of: (one: SameDays) => number) => attended.reduce((all, one) => all + of(one), 0);
  const personDays = sum(({ days, people }) => days.length * people);
  if (!facts || facts.timesIllustrative) return { personDays, hours: null };
  const hours = sum(({ days, people }) => (hoursAttended(facts, days) ?? 0) * people);
  return { personDays, hours };
}

/** Rows by municipality, and below them one that sums every column but those that have no sum. None of none. */
export function withTotals(
  rows: readonly (readonly Cell[])[],
  sumless: readonly number[],
): Cell[][] {
  const [first] = rows;
  if (!first) return [];
  const totals = first.map((_, index): Cell => {
    if (index === 0) return { word: "export.total" };
    if (sumless.includes(index) || rows.every((row) => row[index] === null)) return null;
    return rows.reduce((sum, row) => sum + Number(row[index] ?? 0), 0);
  });
  return [...rows.map((row) => [...row]), totals];
}
