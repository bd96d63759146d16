import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, momentInRiga } from "#lib/dates.ts";
import { decisions, growth, seatBars } from "./rules.ts";

const seats = (name: string, taken: number, guaranteed: number, maximum: number | null = null) => ({
  name,
  taken,
  guaranteed,
  maximum,
});

describe("seats as bars", () => {
  it("are shares of the longest, the most taken first, and nobody without seats", () => {
    const all = [seats("Ludza", 1, 3), seats("Balvi", 4, 2, 8), seats("Preiļi", 0, 0)];
    expect(seatBars(all, false)).toEqual([
      { name: "Balvi", taken: 0.5, kept: 0, limit: 1 },
      { name: "Ludza", taken: 0.125, kept: 0.25, limit: null },
    ]);
    expect(seatBars(all, true)[1]?.kept).toBe(0);
  });

  it("never leave their frame", () => {
    const any = fc.record({
      name: fc.string(),
      taken: fc.nat(50),
      guaranteed: fc.nat(50),
      maximum: fc.option(fc.nat(50)),
    });
    fc.assert(
      fc.property(fc.array(any), (all) => {
        for (const { taken, kept, limit } of seatBars(all, false)) {
          expect(taken + kept).toBeLessThanOrEqual(1);
          expect(limit ?? 0).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

it("growth counts every day, also those on which nothing happened", () => {
  const line = growth([
    { date: "2026-05-04", registered: 0, withdrawn: 1 },
    { date: "2026-05-01", registered: 3, withdrawn: 0 },
  ]);
  expect(line).toEqual([
    { date: "2026-05-01", active: 3 },
    { date: "2026-05-02", active: 3 },
    { date: "2026-05-03", active: 3 },
    { date: "2026-05-04", active: 2 },
  ]);
  expect(growth([])).toEqual([]);
});

it("what needs a decision is named, the most urgent first, and nothing when all is done", () => {
  const now = momentInRiga("2026-06-01", "12:00");
  const calm = {
    registrationDeadline: momentInRiga("2026-06-20", "17:00"),
    releaseAt: null,
    promotionEndsAt: momentInRiga("2026-06-20", "17:00"),
    dates: ["2026-06-25"],
    capacity: 10,
    taken: 5,
    held: 0,
    waiting: 2,
    draftChanged: false,
    openWarnings: 0,
    failedMails: 0,
    unmarked: ["2026-06-25"],
  };
  expect(decisions(calm, now)).toEqual([]);
  const busy = {
    ...calm,
    registrationDeadline: momentInRiga("2026-06-03", "17:00"),
    releaseAt: momentInRiga("2026-06-02", "12:00"),
    promotionEndsAt: now,
    draftChanged: true,
    openWarnings: 1,
    failedMails: 1,
    unmarked: [addDays("2026-06-01", -1)],
  };
  expect(decisions(busy, now)).toEqual([
    "unmarkedDay",
    "waitingWithFreeSeats",
    "deadlineSoon",
    "releaseSoon",
    "failedMails",
    "warnings",
    "unpublishedChanges",
  ]);
});
