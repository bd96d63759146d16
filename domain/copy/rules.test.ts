import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, clockInRiga, dateInRiga, momentInRiga } from "#lib/dates.ts";
import { daysBetween, daysLater, quotasForToday } from "./rules.ts";

const date = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays("2018-01-01", days));

describe("shifting by days", () => {
  it("keeps the wall clock, also over a change of the clocks", () => {
    const before = momentInRiga("2027-03-20", "17:00");
    expect(daysLater(before, 10)).toEqual(momentInRiga("2027-03-30", "17:00"));
    fc.assert(
      fc.property(date, date, (from, to) => {
        const moved = daysLater(momentInRiga(from, "12:30"), daysBetween(from, to));
        expect([dateInRiga(moved), clockInRiga(moved)]).toEqual([to, "12:30"]);
      }),
    );
  });
});

describe("quotas of an earlier trip", () => {
  const quota = (id: string, guaranteed: number, ended = false, ...successors: string[]) => ({
    organisationId: id,
    guaranteed,
    maximum: null,
    ended,
    successors,
  });

  it("stay with today's organisations, and go to the one successor of those that are no more", () => {
    const old = [
      quota("krāslava", 3),
      quota("dagda", 2, true, "krāslava"),
      quota("daugavpils novads", 3, true, "augšdaugava", "daugavpils"),
      quota("ludza", 0),
    ];
    expect(quotasForToday(old)).toEqual([
      { organisationId: "krāslava", guaranteed: 5, maximum: null },
    ]);
  });

  it("never guarantee more than before", () => {
    const all = fc.array(
      fc.record({
        organisationId: fc.constantFrom("a", "b", "c", "d"),
        guaranteed: fc.nat(5),
        maximum: fc.option(fc.integer({ min: 5, max: 9 })),
        ended: fc.boolean(),
        successors: fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 2 }),
      }),
    );
    const sum = (list: readonly { guaranteed: number }[]) =>
      list.reduce((all_, { guaranteed }) => all_ + guaranteed, 0);
    fc.assert(
      fc.property(all, (quotas) => {
        const kept = quotasForToday(quotas);
        expect(sum(kept)).toBeLessThanOrEqual(sum(quotas));
        expect(new Set(kept.map(({ organisationId }) => organisationId)).size).toBe(kept.length);
        for (const { guaranteed, maximum } of kept) {
          expect(maximum === null || guaranteed <= maximum).toBe(true);
        }
      }),
    );
  });
});
