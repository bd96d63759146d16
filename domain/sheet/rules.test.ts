import { expect, it } from "vitest";
import { sheetProblem } from "./rules.ts";
import { mostSheetBytes } from "./schema.ts";

it("takes PDF, JPEG and PNG, and names what is wrong with anything else", () => {
  for (const mime of ["application/pdf", "image/jpeg", "image/png"]) {
    expect(sheetProblem(1, mime)).toBeNull();
    expect(sheetProblem(mostSheetBytes, mime)).toBeNull();
    expect(sheetProblem(mostSheetBytes + 1, mime)).toBe("sheetTooLarge");
  }
  expect(sheetProblem(0, undefined)).toBe("sheetMissing");
  expect(sheetProblem(1, "image/heic")).toBe("sheetHeic");
  expect(sheetProblem(1, "image/heif")).toBe("sheetHeic");
  expect(sheetProblem(1, "image/gif")).toBe("sheetWrongKind");
  expect(sheetProblem(1, undefined)).toBe("sheetWrongKind");
});
