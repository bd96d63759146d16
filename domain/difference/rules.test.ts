import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ItemFacts, ItineraryContent } from "#domain/itinerary/schema.ts";
import { momentInRiga } from "#lib/dates.ts";
import { applyDifference, difference, isSame } from "./rules.ts";

const dates = ["2026-06-12", "2026-06-13", "2026-06-20"] as const;

const item = (id: string | undefined, date: string, clock: string, title: string): ItemFacts => ({
  ...(id ? { id } : {}),
  kind: "visit",
  startsAt: momentInRiga(date, clock).toISOString(),
  endsAt: momentInRiga(date, "23:00").toISOString(),
  title: { lv: title },
  note: null,
  host: null,
  place: null,
  speakers: [],
});

const content = (days: Record<string, ItemFacts[]>, title = "Brauciens"): ItineraryContent => ({
  trip: { slug: "brauciens", title: { lv: title }, aim: { lv: "Mērķis" } },
  organiser: { lv: "Latgales plānošanas reģions" },
  project: null,
  timesIllustrative: false,
  route: [],
  days: Object.entries(days).map(([date, items]) => ({ date, places: [], items })),
});

const theatre = item("1", dates[0], "10:00", "Liepājas teātris");
const lunch = item("2", dates[0], "12:00", "Pusdienas");

describe("the difference between two versions", () => {
  it("is nothing when they say the same", () => {
    const one = content({ [dates[0]]: [theatre, lunch] });
    expect(isSame(difference(one, structuredClone(one)))).toBe(true);
  });

  it("names what was added, removed and changed, with what it was before", () => {
    const later = { ...theatre, startsAt: momentInRiga(dates[0], "10:30").toISOString() };
    const dinner = item("3", dates[0], "18:00", "Vakariņas");
    const before = content({ [dates[0]]: [theatre, lunch] });
    const after = content({ [dates[0]]: [later, dinner] });
    const at = (one: ItemFacts) => ({ date: dates[0], item: one });
    expect(difference(before, after).items).toEqual([
      {
        kind: "changed",
        key: "1",
        before: at(theatre),
        after: at(later),
        fields: ["startsAt"],
        day: false,
      },
      { kind: "removed", key: "2", before: at(lunch) },
      { kind: "added", key: "3", after: at(dinner) },
    ]);
  });

  it("knows an item that moved to another day, and a changed head", () => {
    const before = content({ [dates[0]]: [theatre], [dates[1]]: [] });
    const after = content({ [dates[0]]: [], [dates[1]]: [theatre] }, "Cits nosaukums");
    const found = difference(before, after);
    expect(found.items).toMatchObject([{ kind: "changed", fields: [], day: true }]);
    expect(found.head).toEqual({ trip: after.trip });
  });

  it("finds items of versions without ids by day, start and title", () => {
    const old = content({ [dates[0]]: [item(undefined, dates[0], "10:00", "Liepājas teātris")] });
    const place = { ...theatre, place: "Liepāja" };
    const found = difference(old, content({ [dates[0]]: [place] }));
    expect(found.items).toMatchObject([{ kind: "changed", fields: ["place"] }]);
  });
});

const items = fc.uniqueArray(
  fc.record({
    id: fc.option(fc.constantFrom("a", "b", "c", "d", "e", "f"), { nil: undefined }),
    date: fc.constantFrom(...dates),
    clock: fc.constantFrom("08:00", "09:30", "10:00", "10:30"),
    title: fc.constantFrom("Vizīte", "Pusdienas", "Ceļš"),
    place: fc.constantFrom(null, "Liepāja", "Jelgava"),
  }),
  { selector: ({ id }) => id ?? Symbol("none"), maxLength: 8 },
);

const itinerary = fc
  .record({ all: items, withIds: fc.boolean(), title: fc.constantFrom("A", "B") })
  .map(({ all, withIds, title }) =>
    content(
      Object.fromEntries(
        dates.map((date) => [
          date,
          all
            .filter((one) => one.date === date && (!withIds || one.id))
            .map(({ id, clock, title: name, place }) => ({
              ...item(withIds ? id : undefined, date, clock, name),
              place,
            })),
        ]),
      ),
      title,
    ),
  );

it("applied to a version, the difference gives the next, whatever the two are", () => {
  fc.assert(
    fc.property(itinerary, itinerary, (before, after) => {
      const found = difference(before, after);
      expect(applyDifference(before, found)).toEqual(after);
      expect(applyDifference(before, structuredClone(found))).toEqual(after);
      expect(isSame(difference(after, applyDifference(before, found)))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
