import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Question } from "#domain/question/schema.ts";
import { answerOf, askedQuestions, unansweredOf, type Values } from "./rules.ts";

type Asked = Pick<Question, "id" | "kind" | "options" | "required" | "condition">;

const options = ["a", "b", "c"].map((id) => ({ id, label: { lv: id } }));
const of = (id: string, kind: Asked["kind"], changes: Partial<Asked> = {}): Asked => ({
  id,
  kind,
  options: kind === "choice" || kind === "choices" ? options : [],
  required: false,
  condition: null,
  ...changes,
});

describe("what is asked", () => {
  const questions = [
    of("night", "yesNo"),
    of("room", "choice", { condition: { questionId: "night", answer: "yes" } }),
    of("mate", "text", { condition: { questionId: "room", answer: "b" }, required: true }),
  ];
  const asked = (values: Values) => askedQuestions(questions, values).map(({ id }) => id);

  test("hangs on the answers before it, through all of them", () => {
    expect(asked({})).toEqual(["night"]);
    expect(asked({ night: true })).toEqual(["night", "room"]);
    expect(asked({ night: true, room: "b" })).toEqual(["night", "room", "mate"]);
    expect(asked({ night: false, room: "b", mate: "Ilze" })).toEqual(["night"]);
  });

  test("is missed only while it is asked", () => {
    const missed = (values: Values) => unansweredOf(questions, values).map(({ id }) => id);
    expect(missed({ night: true, room: "b" })).toEqual(["mate"]);
    expect(missed({ night: true, room: "b", mate: "Ilze" })).toEqual([]);
    expect(missed({ night: false, room: "b" })).toEqual([]);
  });

  test("of any questions: none whose condition's question is not asked, and answers to those not asked change nothing", () => {
    const some = fc
      .array(
        fc.record({
          kind: fc.constantFrom("yesNo" as const, "choice" as const, "choices" as const),
          on: fc.nat(8),
          answer: fc.constantFrom("a", "b", "yes", "no"),
          hangs: fc.boolean(),
          value: fc.constantFrom(null, true, false, "a", "b", ["a", "b"]),
        }),
        { minLength: 1, maxLength: 8 },
      )
      .map((all) => ({
        questions: all.map(({ kind, on, answer, hangs }, index) =>
          of(String(index), kind, {
            condition: hangs && index > 0 ? { questionId: String(on % index), answer } : null,
          }),
        ),
        values: Object.fromEntries(all.map(({ value }, index) => [String(index), value])),
      }));
    fc.assert(
      fc.property(some, ({ questions: all, values }) => {
        const shown = askedQuestions(all, values);
        const ids = new Set(shown.map(({ id }) => id));
        for (const { condition } of shown)
          expect(condition === null || ids.has(condition.questionId)).toBe(true);
        const kept = Object.fromEntries(Object.entries(values).filter(([id]) => ids.has(id)));
        expect(askedQuestions(all, kept)).toEqual(shown);
      }),
    );
  });
});

describe("what was typed", () => {
  test.each([
    ["text", ["  Līvāni "], { value: "Līvāni" }],
    ["text", [" "], { value: null }],
    ["text", ["a".repeat(2001)], { problem: "answerTooLong" }],
    ["number", ["1 250,5"], { value: 1250.5 }],
    ["number", ["daudz"], { problem: "answerNoNumber" }],
    ["yesNo", ["no"], { value: false }],
    ["yesNo", ["varbūt"], { problem: "answerUnknown" }],
    ["choice", ["b"], { value: "b" }],
    ["choice", ["z"], { problem: "answerUnknown" }],
    ["choices", ["a", "c", "a"], { value: ["a", "c"] }],
    ["choices", [], { value: null }],
    ["file", ["x"], { value: null }],
  ] as const)("for %s: %j", (kind, typed, read) => {
    expect(answerOf(of("q", kind), typed)).toEqual(read);
  });
});
