import { expect, test } from "vitest";
import { soughtParts } from "./rules.ts";

test("every word is sought for itself, a longer one without its ending", () => {
  expect(soughtParts("  Anna   Bērziņa ")).toEqual(["%Anna%", "%Bērziņ%"]);
  expect(soughtParts("livani")).toEqual(["%livan%"]);
});

test("nothing is sought where nothing was typed, and signs of a pattern stand for themselves", () => {
  expect(soughtParts(undefined)).toEqual([]);
  expect(soughtParts("  ")).toEqual([]);
  expect(soughtParts("50% a_b \\")).toEqual(["%50\\%%", "%a\\_b%", "%\\\\%"]);
});
