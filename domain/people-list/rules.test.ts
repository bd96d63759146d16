import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PersonLine, readPasted } from "./rules.ts";

const anna: PersonLine = {
  givenName: "Anna",
  familyName: "Bērziņa",
  position: "projektu vadītāja",
  email: "anna.berzina@livani.example",
  phone: "+371 20 123 456",
};

describe("lines from a mail or a spreadsheet", () => {
  it.each([
    ["commas", "Anna Bērziņa, projektu vadītāja, anna.berzina@livani.example, +371 20 123 456"],
    [
      "another order",
      "anna.berzina@livani.example; +371 20 123 456; Anna Bērziņa; projektu vadītāja",
    ],
    ["tabs", "Anna\tBērziņa\tprojektu vadītāja\tanna.berzina@livani.example\t+371 20 123 456"],
    [
      "a number before",
      "1. Anna Bērziņa, projektu vadītāja, anna.berzina@livani.example, +371 20 123 456",
    ],
    [
      "a bullet",
      "• Anna Bērziņa; projektu vadītāja; <anna.berzina@livani.example>; +371 20 123 456",
    ],
    [
      "wide gaps",
      "Anna Bērziņa   projektu vadītāja   anna.berzina@livani.example   +371 20 123 456",
    ],
    [
      "headings",
      "Tālrunis;E-pasts;Amats;Uzvārds;Vārds\n+371 20 123 456;anna.berzina@livani.example;projektu vadītāja;Bērziņa;Anna",
    ],
    [
      "Lithuanian headings",
      "Vardas ir pavardė\tPareigos\tEl. paštas\tTelefonas\nAnna Bērziņa\tprojektu vadītāja\tanna.berzina@livani.example\t+371 20 123 456",
    ],
  ])("are read with %s", (_how, text) => {
    expect(readPasted(text)).toEqual([anna]);
  });

  it("leave empty what they do not say, and lose nobody", () => {
    const text = "Anna Bērziņa\n\nJānis Kalns, jurists\r\nzane@livani.example";
    expect(readPasted(text)).toEqual([
      { ...anna, position: "", email: "", phone: "" },
      { givenName: "Jānis", familyName: "Kalns", position: "jurists", email: "", phone: "" },
      { givenName: "", familyName: "", position: "", email: "zane@livani.example", phone: "" },
    ]);
  });

  it("come back as they were printed, with every letter of Latvian and Lithuanian", () => {
    const letters = "aābcčdeēfgģhiījkķlļmnņoprsštuūvzžąęėįšųy";
    const word = fc
      .array(fc.constantFrom(...letters), { minLength: 2, maxLength: 12 })
      .map((all) => all.join(""));
    const person = fc.record({
      givenName: word,
      familyName: word,
      position: fc.tuple(word, word).map((two) => two.join(" ")),
      email: fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `a${a}@b${b}.example`),
      phone: fc.integer({ min: 20_000_000, max: 29_999_999 }).map(String),
    });
    const separator = fc.constantFrom("\t", ";", ", ", "   ");
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 20 }), separator, (people, by) => {
        const text = people.map(({ givenName, familyName, ...rest }) =>
          [`${givenName} ${familyName}`, rest.position, rest.email, rest.phone].join(by),
        );
        expect(readPasted(text.join("\n"))).toEqual(people);
      }),
    );
  });
});
