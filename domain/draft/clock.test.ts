import fc from "fast-check";
import { expect, it } from "vitest";
import { inSkippedHour, minuteOf, momentOf } from "./rules.ts";

/** Days around both changes of the clock, and one without. */
const day = fc.constantFrom("2027-03-27", "2027-03-28", "2027-10-30", "2027-10-31", "2027-06-12");

it("a time that is not in the skipped hour is the same after it was kept, shifted and shifted back", () => {
  fc.assert(
    fc.property(day, fc.nat({ max: 1439 }), fc.integer({ min: -300, max: 300 }), (date, at, by) => {
      for (const minutes of [at, at + by]) {
        const item = { date, starts: minutes, ends: minutes };
        if (minutes < 0 || inSkippedHour(item)) continue;
        expect(minuteOf(date, momentOf(date, minutes))).toBe(minutes);
      }
    }),
    { numRuns: 2_000 },
  );
});

it("the skipped hour is that of the night in March alone", () => {
  const at = (date: string, starts: number) => inSkippedHour({ date, starts, ends: 600 });
  expect([179, 180, 239, 240].map((minutes) => at("2027-03-28", minutes))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(at("2027-03-27", 1440 + 200)).toBe(true);
  expect(at("2027-10-31", 200)).toBe(false);
});
