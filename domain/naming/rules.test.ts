import { expect, test } from "vitest";
import { reminderDue } from "./rules.ts";

const namesFrozenAt = new Date("2026-06-10T14:00:00Z");
const before = (hours: number) => new Date(namesFrozenAt.getTime() - hours * 3_600_000);

test("a reminder of unnamed places is due from a week, and another from two days before names are frozen", () => {
  expect(reminderDue(namesFrozenAt, before(7 * 24 + 1))).toBeNull();
  expect(reminderDue(namesFrozenAt, before(7 * 24))).toBe(7);
  expect(reminderDue(namesFrozenAt, before(2 * 24 + 1))).toBe(7);
  expect(reminderDue(namesFrozenAt, before(2 * 24))).toBe(2);
  expect(reminderDue(namesFrozenAt, before(1))).toBe(2);
});

test("once names are frozen nobody is reminded", () => {
  expect(reminderDue(namesFrozenAt, namesFrozenAt)).toBeNull();
});
