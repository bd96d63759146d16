import { describe, expect, it } from "vitest";
import { type Compared, comparisonOf, decide, differenceOf } from "./rules.ts";

const compared = (changes: Partial<Compared> = {}): Compared => ({
  state: "present",
  signed: true,
  explanation: null,
  ...changes,
});

describe("sheet and marks", () => {
  it("differ where one says that somebody was there and the other does not", () => {
    expect(differenceOf(compared({ signed: false }))).toBe("presentUnsigned");
    expect(differenceOf(compared({ state: "absent" }))).toBe("absentSigned");
    expect(differenceOf(compared({ state: "unmarked" }))).toBe("unmarkedSigned");
  });

  it("agree on who was there, on who was not, and before anybody has looked", () => {
    expect(differenceOf(compared())).toBeNull();
    expect(differenceOf(compared({ state: "absent", signed: false }))).toBeNull();
    expect(differenceOf(compared({ state: "unmarked", signed: false }))).toBeNull();
    expect(differenceOf(compared({ signed: null }))).toBeNull();
  });

  it("are counted: looked up, differing, and still without words", () => {
    const people = [
      compared(),
      compared({ signed: null }),
      compared({ signed: false }),
      compared({ signed: false, explanation: "Aizmirsa." }),
    ];
    expect(comparisonOf(people)).toEqual({ people: 4, looked: 3, differing: 2, open: 1 });
  });
});

describe("what is decided of a person", () => {
  const anna = { registrationId: "anna", ...compared({ signed: null }) };
  const sent = (changes: object) => [
    { registrationId: "anna", signed: false, decision: "none" as const, words: "", ...changes },
  ];

  it("is what was read, with words or a correction only where that differs", () => {
    expect(decide([anna], sent({}))).toEqual({
      ok: true,
      changes: [{ ...anna, signed: false, explanation: null, correction: null }],
    });
    expect(decide([anna], sent({ decision: "explain", words: "Aizmirsa." }))).toEqual({
      ok: true,
      changes: [{ ...anna, signed: false, explanation: "Aizmirsa.", correction: null }],
    });
    expect(decide([anna], sent({ decision: "correct", words: "Nebija." }))).toEqual({
      ok: true,
      changes: [{ ...anna, signed: false, explanation: null, correction: "Nebija." }],
    });
    expect(decide([anna], sent({ signed: true, decision: "correct", words: "Lieki." }))).toEqual({
      ok: true,
      changes: [{ ...anna, signed: true, explanation: null, correction: null }],
    });
  });

  it("needs words, and not too many", () => {
    const problem = (key: string) => ({ ok: false, problems: { "words.anna": key } });
    expect(decide([anna], sent({ decision: "explain" }))).toEqual(problem("wordsMissing"));
    expect(decide([anna], sent({ decision: "correct", words: "a".repeat(501) }))).toEqual(
      problem("wordsTooLong"),
    );
  });

  it("is nothing where nothing changes, or of somebody who is not of the day", () => {
    const known = { ...anna, signed: false, explanation: "Aizmirsa." };
    const none = { ok: true, changes: [] };
    expect(decide([known], sent({ decision: "explain", words: "Aizmirsa." }))).toEqual(none);
    expect(decide([], sent({}))).toEqual(none);
  });
});
