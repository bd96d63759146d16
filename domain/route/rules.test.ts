import { describe, expect, it } from "vitest";
import { daysStillNeeded } from "./rules.ts";

describe("days that go", () => {
  it("are kept while agenda items or attendance marks hang on them", () => {
    const before = [
      { date: "2026-06-12", items: 0, marks: 0 },
      { date: "2026-06-13", items: 2, marks: 0 },
      { date: "2026-06-14", items: 0, marks: 1 },
      { date: "2026-06-15", items: 5, marks: 5 },
    ];
    expect(daysStillNeeded(before, ["2026-06-15"])).toEqual([before[1], before[2]]);
  });
});
