import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changed, place, shiftAfter } from "#domain/agenda/rules.ts";
import type { ItemState } from "#domain/agenda/schema.ts";
import { momentInRiga } from "#lib/dates.ts";
import { aDay, anItem, type Slot } from "#scripts/checks/agenda.ts";
import { mergeItems, minuteOf, momentOf, sameItem, undoable, undone } from "./rules.ts";
import type { DraftChange } from "./schema.ts";

const [date, next] = ["2026-06-12", "2026-06-13"] as const;

describe("a minute of a day", () => {
  it("is a moment by the clock of Riga, also past midnight and when the clock changes", () => {
    expect(momentOf(date, 630)).toEqual(momentInRiga(date, "10:30"));
    expect(momentOf(date, 1860)).toEqual(momentInRiga(next, "07:00"));
    expect(momentOf("2026-03-28", 2100)).toEqual(momentInRiga("2026-03-29", "11:00"));
    for (const [day, minutes] of [
      [date, 0],
      [date, 1860],
      ["2026-10-25", 600],
    ] as const) {
      expect(minuteOf(day, momentOf(day, minutes))).toBe(minutes);
    }
  });
});

const base = anItem("a", date, 600, 660, { title: { lv: "Vizīte", en: "Visit" } });

describe("two who edit an item at once", () => {
  it("both keep what they alone changed", () => {
    const mine = { ...base, venue: "Mazā zāle" };
    const theirs = { ...base, starts: 630, ends: 690, revision: 2 };
    expect(mergeItems(base, mine, theirs)).toEqual({
      merged: { ...theirs, venue: "Mazā zāle" },
      conflicts: [],
      kept: ["starts", "ends"],
    });
  });

  it("are told of fields that both wrote, unless they wrote the same", () => {
    const mine = { ...base, venue: "Mazā zāle", address: "Teātra iela 4" };
    const theirs = { ...base, venue: "Lielā zāle", address: "Teātra iela 4", revision: 2 };
    const { merged, conflicts } = mergeItems(base, mine, theirs);
    expect(conflicts).toEqual(["venue"]);
    expect(merged).toEqual({ ...mine, revision: 2 });
  });
});

const change = (revision: number, changes: Partial<DraftChange> = {}): DraftChange => ({
  revision,
  kind: "edit",
  before: [],
  after: [],
  undoes: null,
  changedBy: "me",
  byName: "Es",
  changedAt: new Date(0),
  ...changes,
});

describe("taking back", () => {
  it("means the newest own change that nobody took back", () => {
    const others = change(4, { changedBy: "other" });
    expect(undoable([change(1), change(2), others], "me")?.revision).toBe(2);
    const back = change(5, { kind: "undo", undoes: 2 });
    expect(undoable([change(1), change(2), others, back], "me")?.revision).toBe(1);
    expect(undoable([others], "me")).toBeNull();
  });

  it("is refused once somebody has changed the same item again", () => {
    const after = { ...base, starts: 630 };
    const written = { before: [base], after: [after] };
    expect(undone([{ ...after, revision: 9 }], written)).toEqual({ changes: [base], removed: [] });
    expect(undone([{ ...after, venue: "Zāle" }], written)).toBeNull();
    expect(undone([], written)).toBeNull();
  });

  const slots = fc.array(
    fc.record({ pause: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 1, max: 60 }) }),
    { minLength: 2, maxLength: 8 },
  ) as fc.Arbitrary<Slot[]>;

  it("brings any draft back to what it said, whatever was moved, shifted or removed", () => {
    fc.assert(
      fc.property(
        slots,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: -60, max: 60 }),
        (shape, pick, way, minutes) => {
          const items = [...aDay(shape, date), ...aDay(shape, next, "n")];
          const item = items[pick % items.length] as ItemState;
          const plans = [
            place(items, item.id, { date: next, before: null }),
            place(items, item.id, { date, before: null }),
            shiftAfter(items, item.id, minutes),
          ];
          const plan = plans[way % 4];
          const changes = plan?.ok ? plan.changes : [];
          const removed = plan ? [] : [item.id];
          const after = changed(items, changes, removed);
          const touched = new Set([...changes.map(({ id }) => id), ...removed]);
          const back = undone(after, {
            before: items.filter(({ id }) => touched.has(id)),
            after: after.filter(({ id }) => touched.has(id)),
          });
          const again = changed(after, back?.changes ?? [], back?.removed);
          expect(again).toHaveLength(items.length);
          for (const one of items) {
            expect(
              sameItem(
                one,
                again.find(({ id }) => id === one.id),
              ),
            ).toBe(true);
          }
        },
      ),
    );
  });
});
