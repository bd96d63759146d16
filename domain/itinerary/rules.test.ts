import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentInRiga } from "#lib/dates.ts";
import { inOrder, type Placed, positionOn, swapWithNeighbour, timesOfItem } from "./rules.ts";
import { agendaItemKinds } from "./schema.ts";

const date = "2026-06-12";
const at = (clock: string) => momentInRiga(date, clock);

describe("the times of an item", () => {
  it("are moments on its day", () => {
    expect(timesOfItem({ date, kind: "visit", starts: "11:00", ends: "12:30" })).toEqual({
      ok: true,
      startsAt: at("11:00"),
      endsAt: at("12:30"),
    });
  });

  it("reach the next day for lodging and travel alone", () => {
    for (const kind of agendaItemKinds) {
      const verdict = timesOfItem({ date, kind, starts: "22:00", ends: "07:00" });
      const overnight = { startsAt: at("22:00"), endsAt: momentInRiga("2026-06-13", "07:00") };
      expect(verdict).toEqual(
        kind === "lodging" || kind === "travel"
          ? { ok: true, ...overnight }
          : { ok: false, reason: "pastMidnight" },
      );
    }
  });

  it("are refused when they take no time", () => {
    const none = { ok: false, reason: "noDuration" };
    expect(timesOfItem({ date, kind: "meal", starts: "12:00", ends: "12:00" })).toEqual(none);
    expect(timesOfItem({ date, kind: "lodging", starts: "12:00", ends: "12:00" })).toEqual(none);
    const skipped = { date: "2026-03-29", kind: "break", starts: "03:30", ends: "04:15" } as const;
    expect(timesOfItem(skipped)).toEqual(none);
  });
});

describe("the order of a day", () => {
  const item = (id: string, from: string, to: string, position: number): Placed => ({
    id,
    kind: "visit",
    startsAt: at(from),
    endsAt: at(to),
    position,
  });
  const ids = (items: readonly Placed[]) => inOrder(items).map(({ id }) => id);
  const changed = (items: readonly Placed[], changes: readonly Placed[]) =>
    items.map((one) => changes.find(({ id }) => id === one.id) ?? one);

  it("is by start, then as the organiser put those that begin together", () => {
    const items = [item("c", "10:00", "11:00", 3), item("b", "10:00", "10:30", 1)];
    expect(ids([...items, item("a", "09:00", "10:00", 9)])).toEqual(["a", "b", "c"]);
  });

  it("keeps lengths and the pause between when two items trade places", () => {
    const items = [item("long", "09:00", "11:00", 1), item("short", "11:15", "11:45", 2)];
    const swap = swapWithNeighbour({ date, items }, "short", "earlier");
    expect(swap).toEqual({
      ok: true,
      changes: [
        { ...items[1], startsAt: at("09:00"), endsAt: at("09:30") },
        { ...items[0], startsAt: at("09:45"), endsAt: at("11:45") },
      ],
    });
  });

  it("comes back when an item is moved earlier and then later", () => {
    const gaps = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 5, max: 90 })),
      {
        minLength: 2,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(gaps, fc.nat(), (lengths, pick) => {
        let clock = at("06:00").getTime();
        const items = lengths.map(([gap, length], index): Placed => {
          const startsAt = new Date(clock + gap * 60_000);
          clock = startsAt.getTime() + length * 60_000;
          const endsAt = new Date(clock);
          return { id: String(index), kind: "talk", position: index, startsAt, endsAt };
        });
        const moved = String(1 + (pick % (items.length - 1)));
        const earlier = swapWithNeighbour({ date, items }, moved, "earlier");
        if (!earlier.ok) throw new Error(earlier.reason);
        const swapped = changed(items, earlier.changes);
        const later = swapWithNeighbour({ date, items: swapped }, moved, "later");
        if (!later.ok) throw new Error(later.reason);
        expect(changed(swapped, later.changes)).toEqual(items);
      }),
    );
  });

  it("changes nothing but the order of two items that begin together", () => {
    const items = [item("a", "09:00", "10:00", 1), item("b", "09:00", "11:00", 2)];
    const swap = swapWithNeighbour({ date, items }, "a", "later");
    if (!swap.ok) throw new Error(swap.reason);
    expect(ids(changed(items, swap.changes))).toEqual(["b", "a"]);
    expect(swap.changes.map(({ startsAt }) => startsAt)).toEqual([at("09:00"), at("09:00")]);
  });

  it("refuses a move past either end, over an overlap, and past midnight", () => {
    const items = [item("a", "09:00", "10:00", 1), item("b", "09:30", "11:00", 2)];
    expect(swapWithNeighbour({ date, items }, "a", "earlier")).toEqual({
      ok: false,
      reason: "first",
    });
    expect(swapWithNeighbour({ date, items }, "b", "later")).toEqual({ ok: false, reason: "last" });
    expect(swapWithNeighbour({ date, items }, "b", "earlier")).toEqual({
      ok: false,
      reason: "overlap",
    });
    const night = { ...item("night", "22:00", "23:00", 2), kind: "lodging" as const };
    night.endsAt = momentInRiga("2026-06-13", "07:00");
    const evening = [item("dinner", "20:00", "21:00", 1), night];
    expect(swapWithNeighbour({ date, items: evening }, "night", "earlier")).toEqual({
      ok: false,
      reason: "pastMidnight",
    });
  });

  it("puts a new item behind all others and leaves an edited one where it was", () => {
    const items = [item("a", "09:00", "10:00", 4), item("b", "09:00", "11:00", 2)];
    expect(positionOn({ items })).toBe(5);
    expect(positionOn({ items }, "b")).toBe(2);
    expect(positionOn({ items: [] })).toBe(1);
  });
});
