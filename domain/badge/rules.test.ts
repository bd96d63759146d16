import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownByCode, knownByPicture, printedCode } from "./rules.ts";

const series = "ab_-";
const anna = { registrationId: "anna", badge: `${series}0123456789abcdefgh`, code: "C3D4F7" };
const people = [
  anna,
  { registrationId: "zane", badge: `${series}zzzzzzzzzzzzzzzzzz`, code: "HJKMNP" },
];

const read = (text: string) => knownByPicture(text, people, series);

describe("a code read from a picture", () => {
  it.each(["https://pieredze.lv", "http://localhost:3000", "https://pieredze.lv/en"])(
    "stands for its holder at %s",
    (origin) => {
      expect(read(`${origin}/badges/${anna.badge}`)).toEqual({ kind: "person", person: anna });
    },
  );

  it("is told to be of another trip by how it begins", () => {
    const stranger = "https://pieredze.lv/badges/";
    expect(read(`${stranger}xxxx0123456789abcdefgh`)).toEqual({ kind: "otherTrip" });
    expect(read(`${stranger}${series}hgfedcba9876543210`)).toEqual({ kind: "notOnList" });
  });

  it.each([
    "",
    anna.badge,
    "C3D4F7",
    `https://pieredze.lv/trips/jelgava/itinerary#${anna.badge}`,
    `https://pieredze.lv/badges/${anna.badge}/more`,
    `javascript:alert(1)//badges/${anna.badge}`,
  ])("%s is no badge", (text) => {
    expect(read(text)).toEqual({ kind: "unknown" });
  });
});

describe("a code that was typed", () => {
  it("may be in small letters, with spaces and dashes anywhere", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("", " ", "-"), { minLength: 6, maxLength: 6 }),
        (gaps) => {
          const typed = [...anna.code.toLowerCase()].map((sign, at) => gaps[at] + sign).join("");
          expect(knownByCode(typed, people)).toEqual({ kind: "person", person: anna });
        },
      ),
    );
    expect(knownByCode(printedCode(anna.code), people)).toEqual({ kind: "person", person: anna });
  });

  it.each(["", "C3D4F", "C3D4F77", "C3D4FO", "anna"])("%s stands for nobody", (typed) => {
    expect(knownByCode(typed, people)).toEqual({ kind: "unknown" });
  });

  it("stands for nobody on a list that was kept before badges had codes", () => {
    const old = [{ registrationId: "anna" } as typeof anna];
    expect(knownByCode("C3D4F7", old)).toEqual({ kind: "unknown" });
  });
});
