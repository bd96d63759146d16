import { type Assignment, to } from "./schema.ts";

/** What the functions about signed sheets, locked days, corrected marks and what they come to let somebody do. */
export const sheetFunctions: Record<string, Assignment> = {
  "correction.addCorrection": to("machinery", "write"),
  "correction.correctAttendance": to("attendance", "correct"),
  "correction.marksOfPerson": to("attendance", "read"),
  "day-history.historyOfDay": to("machinery", "read"),
  "day-lock.dayIsLocked": to("machinery", "read"),
  "day-lock.heldDay": to("machinery", "read"),
  "day-lock.lockDay": to("attendance", "correct"),
  "day-lock.reopenDay": to("attendance", "correct"),
  "day-part.inPart": to("machinery", "read"),
  "day-part.isPartOfTrip": to("machinery", "read"),
  "day-part.partsKnown": to("machinery", "read"),
  "day-part.partsOfTrip": to("machinery", "read"),
  "no-show.isAllLocked": to("machinery", "read"),
  "past-share.pastSharesOfPeople": to("publishedTrip", "write"),
  "past-share.pastSharesOfTrip": to("publishedTrip", "write"),
  "past-trip.wholeSuccessor": to("machinery", "read"),
  "no-show.noShowsOfTrip": to("attendance", "read"),
  "sheet.addSheet": to("attendance", "correct"),
  "sheet.sheetFile": to("attendance", "read"),
  "sheet.sheetOfDay": to("attendance", "read"),
  "signature.comparedPeople": to("machinery", "read"),
  "signature.compareSheet": to("attendance", "correct"),
};
