import { describe, expect, test } from "vitest";
import type { SeatFacts, WaitingUnit } from "#domain/seat/rules.ts";
import { awaitedDecision, presentReason, stillKept } from "./rules.ts";

const now = new Date("2026-05-10T09:00:00Z");
const later = new Date("2026-05-20T09:00:00Z");

const unit: WaitingUnit = {
  registrationIds: ["anna"],
  organisationId: "livani",
  line: 1,
  asked: 1,
  lapsed: false,
};

const facts: SeatFacts = {
  capacity: 2,
  allocationOrder: "first-come",
  releaseAt: later,
  promotionEndsAt: later,
  quotas: [
    { organisationId: "livani", guaranteed: 0, maximum: 2, taken: 1 },
    { organisationId: "ludza", guaranteed: 0, maximum: null, taken: 0 },
  ],
  waiting: [unit],
};

const withQuota = (organisationId: string, change: object): SeatFacts => ({
  ...facts,
  quotas: facts.quotas.map((quota) =>
    quota.organisationId === organisationId ? { ...quota, ...change } : quota,
  ),
});

describe("the reason of this moment", () => {
  test("is what the rule of seats says", () => {
    expect(presentReason(withQuota("ludza", { taken: 1 }), unit, now)).toBe("full");
    expect(presentReason(withQuota("ludza", { guaranteed: 1 }), unit, now)).toBe("kept");
    expect(presentReason(withQuota("livani", { maximum: 1 }), unit, now)).toBe("maximum");
  });

  test("counts all that a delegation asks for at once", () => {
    expect(presentReason(facts, { ...unit, asked: 2 }, now)).toBe("maximum");
  });

  test("is the missing sign-off before anything else", () => {
    expect(presentReason(withQuota("ludza", { taken: 1 }), { ...unit, lapsed: true }, now)).toBe(
      "signOff",
    );
  });

  test("with a seat that fits is the line, and the organiser once the line stands still", () => {
    expect(presentReason(facts, unit, now)).toBe("line");
    expect(presentReason(facts, unit, later)).toBe("decided");
  });
});

test("seats are kept until they are used or released", () => {
  expect(stillKept({ guaranteed: 3, taken: 1 }, later, now)).toBe(2);
  expect(stillKept({ guaranteed: 3, taken: 4 }, later, now)).toBe(0);
  expect(stillKept({ guaranteed: 3, taken: 1 }, null, now)).toBe(2);
  expect(stillKept({ guaranteed: 3, taken: 1 }, later, later)).toBe(0);
});

describe("a coordinator is asked", () => {
  const asked = {
    asksSignOff: false,
    signOffDueAt: null,
    replacementAskedUntil: null,
    proposedUntil: null,
  };

  test("for a yes, until the seat is no longer held", () => {
    expect(awaitedDecision({ ...asked, asksSignOff: true, signOffDueAt: later }, now)).toEqual({
      kind: "signOff",
      until: later,
    });
  });

  test("for a yes in line, without a date", () => {
    expect(awaitedDecision({ ...asked, asksSignOff: true }, now)).toEqual({
      kind: "signOff",
      until: null,
    });
  });

  test("for somebody else, until the day that was named", () => {
    const wish = { ...asked, replacementAskedUntil: later };
    expect(awaitedDecision(wish, now)).toEqual({ kind: "replacement", until: later });
    expect(awaitedDecision(wish, later)).toBeNull();
  });

  test("for nothing otherwise", () => {
    expect(awaitedDecision(asked, now)).toBeNull();
  });
});
