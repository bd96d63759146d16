import type { DayFacts } from "#domain/itinerary/schema.ts";

/** From the start of a day's first item to the end of its last one; null for a day without items. */
export function hoursOfDay(day: DayFacts | undefined): { from: Date; to: Date } | null {
  const [first] = day?.items ?? [];
  if (!day || !first) return null;
  const ends = day.items.map(({ endsAt }) => Date.parse(endsAt));
  return { from: new Date(first.startsAt), to: new Date(Math.max(...ends)) };
}

const inLatvian = new Intl.Collator("lv");

type Named = { familyName: string; givenName: string };

/** Sorts by surname in Latvian order, as the database does where it sorts people. */
export const bySurname = (one: Named, other: Named): number =>
  inLatvian.compare(one.familyName, other.familyName) ||
  inLatvian.compare(one.givenName, other.givenName);
