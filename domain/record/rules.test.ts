import { expect, test } from "vitest";
import { domainOf, likelyDuplicates, plainName } from "./rules.ts";

test("names are the same when they differ in quotation marks, case, blanks and diacritics", () => {
  expect(plainName("Liepājas “Jauniešu  māja”")).toBe(plainName("liepajas „Jauniesu maja“"));
  const names = ["Liepājas teātris", "LIEPAJAS TEATRIS", "Liepājas teātra biedrība"];
  const groups = likelyDuplicates(names.map((name) => ({ name })));
  expect(groups).toEqual([[{ name: names[0] }, { name: names[1] }]]);
});

test("a domain is what stands behind the at sign, in the letters that mail uses", () => {
  expect(domainOf(" Anna@Kraslava.LV ")).toBe("kraslava.lv");
  expect(domainOf("rēzekne.lv")).toBe("xn--rzekne-p3a.lv");
  for (const wrong of ["kraslava", "", "a b.lv", "https://kraslava.lv", ".lv", "x..lv"]) {
    expect(domainOf(wrong), wrong).toBeNull();
  }
});
