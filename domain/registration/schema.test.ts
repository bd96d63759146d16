import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { fieldReasons } from "#lib/result.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { registrationAnswers, registrationForm } from "./schema.ts";

const answers = {
  givenName: "Anna",
  familyName: "Bērziņa",
  phone: "+371 20 123 456",
  organisation: randomUUID(),
  institution: "",
  position: "juriste",
};

const reasonsOf = (changes: object) => {
  const parsed = registrationForm.safeParse({ ...answers, email: "anna@example.lv", ...changes });
  return parsed.success ? {} : fieldReasons(parsed.error.issues);
};

it("takes complete answers and tidies them", () => {
  const parsed = registrationAnswers.parse({ ...answers, familyName: "  Bērziņa \n Kalna " });
  expect(parsed).toMatchObject({ familyName: "Bērziņa Kalna", phone: "+37120123456" });
});

it("says of every field of an empty form what to write there", () => {
  const empty = Object.fromEntries([...Object.keys(answers), "email"].map((name) => [name, ""]));
  expect(reasonsOf(empty)).toEqual({
    givenName: "givenNameMissing",
    familyName: "familyNameMissing",
    email: "emailMissing",
    phone: "phoneMissing",
    organisation: "organisationMissing",
    position: "positionMissing",
  });
});

it.each([
  [
    "an organisation that is no id",
    { organisation: "no-such" },
    { organisation: "organisationMissing" },
  ],
  [
    "another organisation without its name",
    { organisation: "other" },
    { institution: "institutionMissing" },
  ],
  ["a phone number of letters", { phone: "abc" }, { phone: "phoneInvalid" }],
  ["half an address", { email: "anna@" }, { email: "emailInvalid" }],
  [
    "a surname of 101 letters",
    { familyName: "Ž".repeat(101) },
    { familyName: "familyNameTooLong" },
  ],
])("refuses %s with a reason at its field", (_what, changes, reasons) => {
  expect(reasonsOf(changes)).toEqual(reasons);
  for (const reason of Object.values(reasons)) expect(lv.errors).toHaveProperty(reason);
});
