import { expect, test } from "vitest";
import type { ItemFacts, ItineraryFacts } from "#domain/itinerary/schema.ts";
import { momentInRiga } from "#lib/dates.ts";
import { sumOfPresence, withTotals } from "./rules.ts";

const visit = (date: string, from: string, to: string) =>
  ({
    kind: "visit",
    startsAt: momentInRiga(date, from).toISOString(),
    endsAt: momentInRiga(date, to).toISOString(),
  }) as ItemFacts;

const facts = {
  timesIllustrative: false,
  days: [
    { date: "2026-06-12", places: [], items: [visit("2026-06-12", "09:00", "10:20")] },
    { date: "2026-06-13", places: [], items: [visit("2026-06-13", "09:00", "10:20")] },
  ],
} as unknown as ItineraryFacts;

test("hours are rounded for each person as on the certificate, and then added up", () => {
  const attended = [
    { days: ["2026-06-12", "2026-06-13"], people: 3 },
    { days: ["2026-06-13"], people: 2 },
  ];
  expect(sumOfPresence(facts, attended)).toEqual({ personDays: 8, hours: 3 * 2.5 + 2 * 1.5 });
  expect(sumOfPresence(facts, [])).toEqual({ personDays: 0, hours: 0 });
  expect(sumOfPresence({ ...facts, timesIllustrative: true }, attended).hours).toBeNull();
  expect(sumOfPresence(null, attended)).toEqual({ personDays: 8, hours: null });
});

test("every column has its sum, except where there is nothing to add up", () => {
  const rows = [
    ["Ludza", 1, 5, null],
    ["Krāslava", 2, 7, null],
  ];
  expect(withTotals(rows, [2])).toEqual([...rows, [{ word: "export.total" }, 3, null, null]]);
  expect(withTotals([], [])).toEqual([]);
});
