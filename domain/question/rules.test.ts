import { describe, expect, test } from "vitest";
import { earlierQuestions, movedBy, questionProblems } from "./rules.ts";
import type { Question } from "./schema.ts";

const question = (id: string, changes: Partial<Question> = {}): Question => ({
  id,
  kind: "yesNo",
  askedOf: "person",
  label: { lv: id },
  hint: null,
  options: [],
  required: false,
  condition: null,
  retentionDays: 30,
  ...changes,
});

const questions = [
  question("a"),
  question("b", { kind: "text" }),
  question("c", { askedOf: "delegation" }),
  question("d", { condition: { questionId: "a", answer: "yes" } }),
];

test("a question hangs on an earlier one whose answers are known, asked of the same", () => {
  const before = (id: string | undefined, askedOf: Question["askedOf"]) =>
    earlierQuestions(questions, { id, askedOf }).map((one) => one.id);
  expect(before(undefined, "person")).toEqual(["a", "d"]);
  expect(before("d", "person")).toEqual(["a"]);
  expect(before("a", "person")).toEqual([]);
  expect(before(undefined, "delegation")).toEqual(["c"]);
});

test("a condition on anything else is refused", () => {
  const problem = (questionId: string, answer: string, id?: string) =>
    questionProblems(
      { ...(id ? { questionId: id } : {}), askedOf: "person", condition: { questionId, answer } },
      questions,
    );
  expect(problem("a", "yes")).toEqual({});
  for (const [on, answer] of [
    ["a", "varbūt"],
    ["b", "yes"],
    ["c", "yes"],
    ["nowhere", "yes"],
  ] as const)
    expect(problem(on, answer)).toEqual({ condition: "conditionUnknown" });
  expect(problem("d", "yes", "a")).toEqual({ condition: "conditionUnknown" });
});

describe("a question moves", () => {
  const order = (id: string, by: -1 | 1) =>
    movedBy(questions, id, by)
      ?.map((one) => one.id)
      .join("") ?? null;

  test("a place earlier or later, and not beyond the ends", () => {
    expect(order("b", 1)).toBe("acbd");
    expect(order("b", -1)).toBe("bacd");
    expect(order("a", -1)).toBeNull();
    expect(order("d", 1)).toBeNull();
    expect(order("nowhere", 1)).toBeNull();
  });

  test("never past the one that it hangs on", () => {
    const near = [question("a"), question("d", { condition: { questionId: "a", answer: "no" } })];
    expect(movedBy(near, "d", -1)).toBeNull();
    expect(movedBy(near, "a", 1)).toBeNull();
  });
});
