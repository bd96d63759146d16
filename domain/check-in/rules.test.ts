import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentInRiga } from "#lib/dates.ts";
import { checkInRefusal, codeAt, placeOfCode, secondsLeft, validity } from "./rules.ts";

const key = "k".repeat(43);
const tripId = "5f0c1b0e-0000-4000-8000-000000000001";
const itemId = "5f0c1b0e-0000-4000-8000-000000000002";
const day = { date: "2026-06-12", agendaItemId: null, pickupId: null };
const now = momentInRiga("2026-06-12", "10:00");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

describe("a code to check in by", () => {
  it.each([day, { ...day, agendaItemId: itemId }, { ...day, pickupId: itemId }])(
    "says for which place it is: %o",
    (place) => {
      const code = codeAt(key, tripId, place, now);
      expect(placeOfCode(code)).toEqual(place);
      expect(validity(code, { key, tripId }, now)).toBe("valid");
      expect(encodeURIComponent(code)).toBe(code);
    },
  );

  it("is taken in its window and the next, so for 60 seconds at most, and not before", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: -300, max: 300 }),
        (at, after) => {
          const code = codeAt(key, tripId, day, later(at));
          const windows = Math.floor((at + after) / 30) - Math.floor(at / 30);
          const expected = windows === 0 || windows === 1 ? "valid" : "expired";
          expect(validity(code, { key, tripId }, later(at + after))).toBe(expected);
        },
      ),
    );
  });

  it("is of no other key, trip, day, place or window", () => {
    const code = codeAt(key, tripId, day, now);
    expect(validity(code, { key: "j".repeat(43), tripId }, now)).toBe("forged");
    expect(validity(code, { key, tripId: itemId }, now)).toBe("forged");
    expect(validity(code.replace("06-12", "06-13"), { key, tripId }, now)).toBe("forged");
    expect(validity(code.replace("day", `item_${itemId}`), { key, tripId }, now)).toBe("forged");
    const old = codeAt(key, tripId, day, later(-600));
    const [, , window = ""] = code.split("~");
    const [date, place, , seal] = old.split("~");
    expect(validity([date, place, window, seal].join("~"), { key, tripId }, now)).toBe("forged");
  });

  it("that anybody could make up is forged", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        expect(validity(text, { key, tripId }, now)).toBe("forged");
        expect(placeOfCode(text)).toBeNull();
      }),
    );
  });

  it("has its seconds counted down to the next", () => {
    expect([0, 1, 29, 30].map((at) => secondsLeft(later(at)))).toEqual([30, 29, 1, 30]);
  });
});

describe("nobody checks in", () => {
  const trip = { cancelledAt: null, completedAt: null, dayLocked: false };

  it.each([
    ["cancelled", { ...trip, cancelledAt: now }, day.date],
    ["completed", { ...trip, completedAt: now }, day.date],
    ["dayLocked", { ...trip, dayLocked: true }, day.date],
    ["notToday", trip, "2026-06-13"],
    ["notToday", trip, "2026-06-11"],
    [null, trip, day.date],
  ])("%s", (reason, facts, date) => {
    expect(checkInRefusal(facts, date, now)).toBe(reason);
  });

  it("after midnight in Riga, whatever the day is elsewhere", () => {
    const midnight = momentInRiga("2026-06-13", "00:00");
    expect(checkInRefusal(trip, day.date, new Date(midnight.getTime() - 1))).toBeNull();
    expect(checkInRefusal(trip, day.date, midnight)).toBe("notToday");
  });
});
