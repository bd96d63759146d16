import { mostSheetBytes } from "./schema.ts";

export type SheetType = "application/pdf" | "image/jpeg" | "image/png";

export type SheetProblem =
  | "sheetMissing"
  | "sheetTooLarge"
  | "sheetHeic"
  | "sheetWrongKind"
  | "sheetUnreadable";

const heic = ["image/heic", "image/heic-sequence", "image/heif", "image/heif-sequence"];

/** What is wrong with a file, null where it is one of a sheet; `mime` is what its content says it is. */
export function sheetProblem(size: number, mime: string | undefined): SheetProblem | null {
  if (size === 0) return "sheetMissing";
  if (size > mostSheetBytes) return "sheetTooLarge";
  if (mime !== undefined && heic.includes(mime)) return "sheetHeic";
  return isSheetType(mime) ? null : "sheetWrongKind";
}

export function isSheetType(mime: string | undefined): mime is SheetType {
  return mime === "application/pdf" || mime === "image/jpeg" || mime === "image/png";
}
