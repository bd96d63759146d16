import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countsOf, isEnteredByCoordinator, type Need } from "./rules.ts";
import { diets } from "./schema.ts";

const now = new Date("2026-06-01T09:00:00Z");
const namesFrozenAt = new Date("2026-06-02T09:00:00Z");
const entering = { enteredBy: "coordinator", namesFrozenAt, consentGivenBy: null, userId: "anna" };

describe("a coordinator enters needs", () => {
  test("of people whom somebody entered, until the names are frozen", () => {
    expect(isEnteredByCoordinator(entering, now)).toBe(true);
    expect(isEnteredByCoordinator(entering, namesFrozenAt)).toBe(false);
    expect(isEnteredByCoordinator({ ...entering, enteredBy: null }, now)).toBe(false);
    expect(isEnteredByCoordinator({ ...entering, enteredBy: "anna" }, now)).toBe(false);
  });

  test("and never what the person has said", () => {
    expect(isEnteredByCoordinator({ ...entering, consentGivenBy: "coordinator" }, now)).toBe(true);
    expect(isEnteredByCoordinator({ ...entering, consentGivenBy: "anna" }, now)).toBe(false);
  });
});

test("counts name nobody, put the same words together, and leave nobody out", () => {
  const text = fc.option(fc.constantFrom("rieksti", "Rieksti", "zivis"), { nil: null });
  const need = fc.record({ diet: fc.constantFrom(...diets), allergy: text, access: text });
  fc.assert(
    fc.property(fc.array(need, { maxLength: 30 }), fc.nat(20), (needs: Need[], others) => {
      const counts = countsOf(needs.length + others, needs);
      const sum = (all: { people: number }[]) => all.reduce((total, one) => total + one.people, 0);
      expect(sum(counts.diets)).toBe(needs.filter(({ diet }) => diet !== "none").length);
      expect(sum(counts.allergies)).toBe(needs.filter(({ allergy }) => allergy !== null).length);
      const words = counts.access.map(({ text: word }) => word.toLowerCase());
      expect(new Set(words).size).toBe(words.length);
      expect(counts.people).toBe(needs.length + others);
    }),
  );
});
