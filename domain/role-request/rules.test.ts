import { describe, expect, test } from "vitest";
import { decisionOn, requestState } from "./rules.ts";

const now = new Date("2026-05-10T09:00:00Z");
const open = { grantedAt: null, refusedAt: null };
const granted = { grantedAt: now, refusedAt: null };
const refused = { grantedAt: null, refusedAt: now };

test("a request is open until somebody decides", () => {
  expect([open, granted, refused].map(requestState)).toEqual(["open", "granted", "refused"]);
});

describe("a decision", () => {
  test("decides an open request", () => {
    expect(decisionOn(open, "granted")).toBe("decides");
    expect(decisionOn(open, "refused")).toBe("decides");
  });

  test("made twice is made once", () => {
    expect(decisionOn(granted, "granted")).toBe("repeats");
    expect(decisionOn(refused, "refused")).toBe("repeats");
  });

  test("does not turn round what another decided", () => {
    expect(decisionOn(refused, "granted")).toBe("alreadyRefused");
    expect(decisionOn(granted, "refused")).toBe("alreadyGranted");
  });
});
