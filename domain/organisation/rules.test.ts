import { expect, test } from "vitest";
import { type Municipality, municipalityOfAddress } from "./rules.ts";

const municipalities: Municipality[] = [
  { id: "livani", name: "Līvānu novads", country: "LV", domains: ["livani.lv"] },
  { id: "riga", name: "Rīga", country: "LV", domains: ["riga.lv", "izglitiba.riga.lv"] },
  { id: "utena", name: "Utenos rajono savivaldybė", country: "LT", domains: [] },
];

test.each([
  ["liga@livani.lv", "livani"],
  ["  Liga@LIVANI.lv ", "livani"],
  ["liga@skola.livani.lv", "livani"],
  ["a@izglitiba.riga.lv", "riga"],
  ["liga@notlivani.lv", null],
  ["liga@gmail.com", null],
  ["liga", null],
  ["", null],
])("the municipality of „%s“ is %s", (address, municipality) => {
  expect(municipalityOfAddress(address, municipalities)).toBe(municipality);
});
