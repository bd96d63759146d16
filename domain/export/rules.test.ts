import { describe, expect, it, test } from "vitest";
import { fileAsked, neutralised, withoutControls } from "./rules.ts";

test("an address names one of the tables in one of the formats, and nothing else", () => {
  expect(fileAsked("registrations.xlsx")).toEqual({ kind: "registrations", format: "xlsx" });
  expect(fileAsked("needs.csv")).toEqual({ kind: "needs", format: "csv" });
  for (const name of [
    "registrations",
    "registrations.pdf",
    "people.csv",
    ".csv",
    "needs.csv.csv",
    "",
  ]) {
    expect(fileAsked(name)).toBeNull();
  }
});

describe("a text in a CSV", () => {
  it.each([
    "=1+1",
    "+1+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\nA",
    "  =1",
    "\u00a0=1",
    "\u200b=1",
    "\ufeff=1",
    "\u0001=1",
    "＝1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    " \u3000＝1",
    "=cmd|' /C calc'!A0",
    "+371 26123456+cmd|' /C calc'!A0",
    "+371-26123456",
    "+371(26)123456",
    "+371 26123456\n",
    "+371  26123456",
    "+1 2",
    "＋371 26123456",
  ])("%j is no formula: it gets an apostrophe", (text) => {
    expect(neutralised(text)).toBe(`'${text}`);
  });

  it.each([
    "",
    "Bērziņa",
    "'=1",
    "a=1",
    "1-2",
    "00123",
    "20123456",
    "+371 26123456",
    "+37126123456",
    "+371 26 123 456",
    "+370 600 12345",
    "anna@example.lv",
    "– nav",
  ])("%j stays as it is", (text) => {
    expect(neutralised(text)).toBe(text);
  });
});

test("a workbook's text has no sign that XML forbids, and one kind of line's end", () => {
  expect(withoutControls("a\u0000\u0008\u000b\u001fb\ufffe\uffff\ud800c\td\r\ne\rf\ng")).toBe(
    "abc\td\ne\nf\ng",
  );
  expect(withoutControls("Ķēžu darbnīca 😀")).toBe("Ķēžu darbnīca 😀");
});
