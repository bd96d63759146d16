import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentInRiga } from "#lib/dates.ts";
import { markRefusal, stateOf, tripRuns } from "./rules.ts";

describe("the state of a person on a day", () => {
  it("is unmarked without marks", () => {
    expect(stateOf([])).toBe("unmarked");
  });

  it("is what the mark says that arrived last, in whatever order the marks are read", () => {
    const marks = fc.uniqueArray(
      fc.record({ sequence: fc.integer({ min: 1 }), present: fc.boolean() }),
      { minLength: 1, selector: ({ sequence }) => sequence },
    );
    fc.assert(
      fc.property(marks, (shuffled) => {
        const last = [...shuffled].sort((one, other) => one.sequence - other.sequence).at(-1);
        expect(stateOf(shuffled)).toBe(last?.present ? "present" : "absent");
      }),
    );
  });
});

describe("who can be marked", () => {
  const at = new Date();
  const trip = { publishedAt: at, cancelledAt: null, completedAt: null };
  const confirmed = { confirmedAt: at, withdrawnAt: null, marks: 0 };

  it("is somebody with a confirmed seat", () => {
    expect(markRefusal(trip, confirmed)).toBeNull();
    expect(markRefusal(trip, { ...confirmed, confirmedAt: null })).toBe("notConfirmed");
  });

  it("is somebody who withdrew only if there are marks already", () => {
    expect(markRefusal(trip, { ...confirmed, withdrawnAt: at })).toBe("withdrawn");
    expect(markRefusal(trip, { ...confirmed, withdrawnAt: at, marks: 1 })).toBeNull();
  });

  it("is nobody on a draft, a cancelled or a completed trip", () => {
    expect(markRefusal({ ...trip, publishedAt: null }, confirmed)).toBe("draft");
    expect(markRefusal({ ...trip, cancelledAt: at }, confirmed)).toBe("cancelled");
    expect(markRefusal({ ...trip, completedAt: at }, confirmed)).toBe("completed");
  });
});

describe("a trip runs", () => {
  const dates = ["2026-06-19", "2026-06-12"];

  it("from the eve of its first day to the day after its last", () => {
    expect(tripRuns(dates, momentInRiga("2026-06-10", "23:59"))).toBe(false);
    expect(tripRuns(dates, momentInRiga("2026-06-11", "00:00"))).toBe(true);
    expect(tripRuns(dates, momentInRiga("2026-06-20", "23:59"))).toBe(true);
    expect(tripRuns(dates, momentInRiga("2026-06-21", "00:00"))).toBe(false);
  });

  it("never without days", () => {
    expect(tripRuns([], momentInRiga("2026-06-12", "12:00"))).toBe(false);
  });
});
