import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anItem } from "#scripts/checks/agenda.ts";
import { kilometres, type WatchedItem, warningsOf } from "./rules.ts";

const [date, next] = ["2026-06-12", "2026-06-13"] as const;
const given = { dates: [date, next], capacity: 30, speed: 60 };
const jelgava = { latitude: 56.65, longitude: 23.71 };
const liepaja = { latitude: 56.51, longitude: 21.01 };

const watched = (
  id: string,
  starts: number,
  ends: number,
  changes: Partial<WatchedItem> = {},
): WatchedItem => ({
  ...anItem(id, date, starts, ends),
  at: null,
  host: null,
  hostLimit: null,
  speakers: [],
  ...changes,
});

/** A day that has all it needs around these items. */
const complete = (...items: WatchedItem[]) => [
  watched("out", 300, 360, { kind: "travel" }),
  ...items,
  watched("home", 1380, 1430, { kind: "travel" }),
];

const kinds = (items: WatchedItem[]) => warningsOf(items, given).map(({ kind }) => kind);

describe("a draft is warned of", () => {
  it("nothing when everything fits", () => {
    expect(kinds(complete(watched("a", 600, 660), watched("b", 660, 720)))).toEqual([]);
    expect(kinds([])).toEqual([]);
  });

  it("items that overlap, with the minutes, but not a night's lodging", () => {
    const [warning, ...others] = warningsOf(
      complete(watched("a", 600, 660), watched("b", 645, 700)),
      given,
    );
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ kind: "overlap", itemIds: ["a", "b"], facts: { minutes: 15 } });
    const night = [
      watched("out", 300, 360, { kind: "travel" }),
      watched("night", 1200, 1950, { kind: "lodging" }),
      watched("breakfast", 480, 510, { kind: "meal", date: next }),
      watched("home", 1000, 1100, { kind: "travel", date: next }),
    ];
    expect(kinds(night)).toEqual([]);
  });

  it("a transfer that is shorter than the distance allows", () => {
    const visits = (gap: number) =>
      complete(
        watched("a", 600, 660, { at: jelgava }),
        watched("b", 660 + gap, 800 + gap, { at: liepaja }),
      );
    const [warning] = warningsOf(visits(120), given);
    expect(warning).toMatchObject({
      kind: "shortTransfer",
      itemIds: ["a", "b"],
      facts: { km: 166, needed: 167, available: 120 },
    });
    expect(kinds(visits(167))).toEqual([]);
    expect(warningsOf(visits(120), { ...given, speed: 90 })).toEqual([]);
  });

  it("a journey that sets out elsewhere and leaves too little time", () => {
    const items = [
      watched("out", 600, 660, { kind: "travel", at: jelgava }),
      watched("b", 660, 720, { at: liepaja }),
      watched("home", 1380, 1430, { kind: "travel" }),
    ];
    expect(warningsOf(items, given)).toMatchObject([
      { kind: "shortTransfer", facts: { available: 60 } },
    ]);
  });

  it("a speaker in two places", () => {
    const speakers = [{ id: "s", name: "Anna Zīle", role: { lv: "" }, mayBeNamed: true }];
    const items = complete(
      watched("a", 600, 660, { speakers }),
      watched("b", 650, 700, { speakers, kind: "lodging" }),
    );
    expect(warningsOf(items, given)).toMatchObject([
      { kind: "speakerTwice", itemIds: ["a", "b"], facts: { name: "Anna Zīle" } },
    ]);
  });

  it("a group larger than the host takes", () => {
    const host = { lv: "Teātris" };
    const visit = (hostLimit: number) => complete(watched("a", 600, 660, { host, hostLimit }));
    expect(kinds(visit(30))).toEqual([]);
    expect(warningsOf(visit(20), given)).toMatchObject([
      { kind: "groupTooLarge", facts: { people: 30, limit: 20, host: "Teātris" } },
    ]);
  });

  it("an item past midnight, unless it is a night or a journey", () => {
    const late = watched("late", 1430, 1500, { kind: "meal" });
    expect(kinds([...complete(), late])).toEqual(["pastMidnight", "noReturn"]);
  });

  it("a day without departure or return", () => {
    expect(kinds([watched("a", 600, 660)])).toEqual(["noDeparture", "noReturn"]);
    const twoDays = [
      watched("out", 300, 360, { kind: "travel" }),
      watched("night", 1200, 1900, { kind: "lodging" }),
      watched("b", 600, 660, { date: next }),
    ];
    expect(kinds(twoDays)).toEqual(["noReturn"]);
    const apart = { ...given, dates: [date, "2026-06-20"] };
    const later = twoDays.map((item) => (item.id === "b" ? { ...item, date: "2026-06-20" } : item));
    expect(warningsOf(later, apart).map(({ kind }) => kind)).toEqual(["noDeparture", "noReturn"]);
  });
});

it("measures 111.2 kilometres for a degree of latitude, and none for nothing", () => {
  const north = { latitude: 57, longitude: 24 };
  expect(kilometres({ latitude: 56, longitude: 24 }, north)).toBeCloseTo(111.2, 1);
  expect(kilometres(north, north)).toBe(0);
});

const day = fc.array(
  fc.record({
    date: fc.constantFrom(date, next),
    starts: fc.integer({ min: 0, max: 1439 }),
    length: fc.integer({ min: 1, max: 900 }),
    kind: fc.constantFrom("visit", "meal", "travel", "lodging"),
  }),
  { maxLength: 12 },
);

it("finds exactly the pairs that share a minute", () => {
  fc.assert(
    fc.property(day, (shape) => {
      const items = shape.map(({ starts, length, ...one }, index) =>
        watched(`i${index}`, starts, starts + length, one as Partial<WatchedItem>),
      );
      const found = warningsOf(items, given).filter(({ kind }) => kind === "overlap");
      const minute = (item: WatchedItem, at: number) => at + (item.date === next ? 1440 : 0);
      const shares = (one: WatchedItem, other: WatchedItem) =>
        Math.max(minute(one, one.starts), minute(other, other.starts)) <
        Math.min(minute(one, one.ends), minute(other, other.ends));
      const awake = items.filter(({ kind }) => kind !== "lodging");
      const expected = awake.flatMap((one, index) =>
        awake
          .slice(index + 1)
          .flatMap((other) => (shares(one, other) ? [[one.id, other.id].sort().join()] : [])),
      );
      expect(found.map(({ itemIds }) => [...itemIds].sort().join()).sort()).toEqual(
        expected.sort(),
      );
    }),
  );
});

it("gives a changed warning another fingerprint, and the same one the same", () => {
  const visit = (ends: number) => complete(watched("a", 600, ends), watched("b", 645, 700));
  const print = (ends: number) => warningsOf(visit(ends), given)[0]?.fingerprint;
  expect(print(660)).toBe(print(660));
  expect(print(660)).not.toBe(print(665));
});
