import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDay, anItem, type Slot } from "#scripts/checks/agenda.ts";
import { changed, dayLength, ofDay, place, shiftAfter, swap, timesOfItem } from "./rules.ts";
import { agendaItemKinds, type ItemState } from "./schema.ts";

const date = "2026-06-12";
const next = "2026-06-13";

const moveOf = (items: ItemState[], plan: ReturnType<typeof place<ItemState>>) => {
  if (!plan.ok) throw new Error(plan.reason);
  return changed(items, plan.changes);
};

const ids = (items: ItemState[], day = date) => ofDay(items, day).map(({ id }) => id);
const times = (items: ItemState[], day = date) =>
  ofDay(items, day).map(({ id, starts, ends }) => [id, starts, ends]);

describe("the times of an item", () => {
  it("reach the next day by themselves for lodging and travel, else when it is said", () => {
    for (const kind of agendaItemKinds) {
      const clocks = { kind, starts: "22:00", ends: "07:00" };
      const overnight = { ok: true, starts: 1320, ends: 1860 };
      const verdict = timesOfItem(clocks);
      if (kind === "lodging" || kind === "travel") expect(verdict).toEqual(overnight);
      else expect(verdict).toEqual({ ok: false, reason: "pastMidnight" });
      expect(timesOfItem({ ...clocks, endsNextDay: true })).toEqual(overnight);
    }
  });

  it("are refused when they take no time", () => {
    const clocks = { kind: "lodging", starts: "12:00", ends: "12:00" } as const;
    expect(timesOfItem(clocks)).toEqual({ ok: false, reason: "noDuration" });
  });
});

describe("an item that is put elsewhere", () => {
  const day = () => [
    anItem("long", date, 540, 660),
    anItem("short", date, 675, 705),
    anItem("last", date, 720, 780),
  ];

  it("trades places: lengths stay with the items, pauses with the day", () => {
    const moved = moveOf(day(), swap(day(), "short", "earlier"));
    expect(times(moved)).toEqual([
      ["short", 540, 570],
      ["long", 585, 705],
      ["last", 720, 780],
    ]);
  });

  it("cannot be earlier than first or later than last", () => {
    expect(swap(day(), "long", "earlier")).toEqual({ ok: false, reason: "first" });
    expect(swap(day(), "last", "later")).toEqual({ ok: false, reason: "last" });
    expect(swap(day(), "nobody", "later")).toEqual({ ok: false, reason: "notFound" });
  });

  it("begins on another day where the one before it ends, and pushes what is in its way", () => {
    const items = [...day(), anItem("a", next, 600, 660), anItem("b", next, 690, 750)];
    const moved = moveOf(items, place(items, "long", { date: next, before: "b" }));
    expect(times(moved, next)).toEqual([
      ["a", 600, 660],
      ["long", 660, 780],
      ["b", 780, 840],
    ]);
    expect(times(moved)).toEqual([
      ["short", 675, 705],
      ["last", 720, 780],
    ]);
  });

  it("is refused where something would begin on the next day", () => {
    const items = [anItem("x", date, 0, 120), anItem("y", next, 1300, 1430)];
    const late = place([...items, anItem("z", next, 1435, 1439)], "x", { date: next, before: "z" });
    expect(late).toEqual({ ok: false, reason: "outOfDay" });
    expect(place(items, "x", { date: next, before: "gone" })).toEqual({
      ok: false,
      reason: "notFound",
    });
  });
});

const slots = fc.array(
  fc.record({ pause: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 1, max: 60 }) }),
  { minLength: 1, maxLength: 10 },
) as fc.Arbitrary<Slot[]>;

const lengths = (items: ItemState[]) =>
  items.map(({ id, starts, ends }) => `${id} ${ends - starts}`).sort();

describe("whatever the day looks like", () => {
  it("moving within it keeps its items, their lengths, its pauses, its start and its end", () => {
    fc.assert(
      fc.property(slots, fc.nat(), fc.nat(), (shape, from, to) => {
        const items = aDay(shape, date);
        const item = items[from % items.length] as ItemState;
        const others = items.filter((one) => one !== item);
        const before = others[to % (others.length + 1)]?.id ?? null;
        const moved = moveOf(items, place(items, item.id, { date, before }));
        const order = others.map(({ id }) => id);
        order.splice(before === null ? order.length : order.indexOf(before), 0, item.id);
        expect(ids(moved)).toEqual(order);
        expect(lengths(moved)).toEqual(lengths(items));
        const line = ofDay(moved, date);
        expect(pausesOf(line)).toEqual(pausesOf(items));
        expect(line[0]?.starts).toBe(items[0]?.starts);
        expect(line.at(-1)?.ends).toBe(items.at(-1)?.ends);
      }),
    );
  });

  it("moving to another day overlaps nothing there and leaves the rest where it was", () => {
    fc.assert(
      fc.property(slots, slots, fc.nat(), fc.nat(), (here, there, from, to) => {
        const items = [...aDay(here, date, "h"), ...aDay(there, next, "t")];
        const item = ofDay(items, date)[from % here.length] as ItemState;
        const target = ofDay(items, next)[to % (there.length + 1)]?.id ?? null;
        const plan = place(items, item.id, { date: next, before: target });
        if (!plan.ok) return;
        const moved = changed(items, plan.changes);
        expect(lengths(moved)).toEqual(lengths(items));
        expect(times(moved)).toEqual(times(items).filter(([id]) => id !== item.id));
        expect(pausesOf(ofDay(moved, next)).every((pause) => pause >= 0)).toBe(true);
      }),
    );
  });

  it("shifting moves what comes after by the same minutes, and back again", () => {
    fc.assert(
      fc.property(slots, fc.nat(), fc.integer({ min: -300, max: 300 }), (shape, pick, minutes) => {
        const items = aDay(shape, date);
        const at = pick % items.length;
        const item = items[at] as ItemState;
        const plan = shiftAfter(items, item.id, minutes);
        const later = items.slice(at + 1);
        if (!plan.ok) {
          const out = later.some(
            ({ starts }) => starts + minutes < 0 || starts + minutes >= dayLength,
          );
          expect(plan.reason).toBe(later.length ? "outOfDay" : "last");
          expect(later.length === 0 || out).toBe(true);
          return;
        }
        const moved = changed(items, plan.changes);
        for (const [index, one] of items.entries()) {
          const by = index > at ? minutes : 0;
          expect(moved[index]).toEqual({ ...one, starts: one.starts + by, ends: one.ends + by });
        }
      }),
    );
  });
});

const pausesOf = (line: ItemState[]) =>
  line.slice(1).map((one, index) => one.starts - (line[index]?.ends ?? 0));
