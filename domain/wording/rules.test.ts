import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { filled, paragraphsOf, unknownFields, wordedPapers, wordingFields } from "./rules.ts";

describe("the fields of a wording", () => {
  it.each([
    ["Sveiki, {name}!", []],
    ["{name} un {vards}, {vards}", ["vards"]],
    ["{hours}", ["hours"]],
    ["{}", [""]],
    ["{name", ["{"]],
    ["name}", ["}"]],
    ["{{name}}", ["{", "}"]],
  ])("of %s that an invitation does not have are %j", (text, unknown) => {
    expect(unknownFields(text, "invitation")).toEqual(unknown);
  });

  it.each(wordedPapers)("of the %s are all known", (paper) => {
    const text = wordingFields[paper].map((field) => `{${field}}`).join(" ");
    expect(unknownFields(text, paper)).toEqual([]);
  });
});

test("what a person is called is never read as a field", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (name, trip) => {
      const text = filled("{name}|{trip}", { name, trip });
      expect(text).toBe(`${name}|${trip}`);
    }),
  );
  expect(filled("{name}", { name: "{trip}", trip: "Jelgava" })).toBe("{trip}");
});

test("empty lines part paragraphs", () => {
  expect(paragraphsOf("Viens.\ndivi\r\n\r\n \nTrīs.\n\n")).toEqual(["Viens.\ndivi", "Trīs."]);
  expect(paragraphsOf("  ")).toEqual([]);
});
