import { describe, expect, it } from "vitest";
import type { Compared } from "#domain/signature/rules.ts";
import { lockRefusal } from "./rules.ts";

const day = { date: "2026-06-12", today: "2026-06-12", sheets: 1 };

const compared = (changes: Partial<Compared> = {}): Compared => ({
  state: "present",
  signed: true,
  explanation: null,
  ...changes,
});

describe("a day is locked", () => {
  it("when it has come, everybody is looked up and each difference is explained", () => {
    const explained = compared({ signed: false, explanation: "Aizmirsa parakstīties." });
    expect(lockRefusal(day, [compared(), explained])).toBeNull();
    expect(lockRefusal({ ...day, today: "2026-06-11" }, [])).toEqual({
      reason: "dayNotYet",
      people: 0,
    });
    expect(lockRefusal(day, [compared(), compared({ signed: null })])).toEqual({
      reason: "notCompared",
      people: 1,
    });
    expect(lockRefusal(day, [compared({ signed: false }), compared({ state: "absent" })])).toEqual({
      reason: "differences",
      people: 2,
    });
  });

  it("without a sheet when everybody has a mark", () => {
    const without = { ...day, sheets: 0 };
    expect(lockRefusal(without, [compared({ signed: null })])).toBeNull();
    expect(lockRefusal(without, [compared({ state: "unmarked", signed: null })])).toEqual({
      reason: "unmarked",
      people: 1,
    });
  });
});
