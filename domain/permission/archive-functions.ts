import { type Assignment, to } from "./schema.ts";

/** What the functions about files of whole trips let somebody do. */
export const archiveFunctions: Record<string, Assignment> = {
  "archive.archiveOfTrip": to("publishedTrip", "write"),
  "archive.importedBefore": to("machinery", "read"),
  "archive.importTrip": to("publishedTrip", "write"),
  "archive-answer.answersOf": to("machinery", "read"),
  "archive-answer.writeAnswers": to("machinery", "write"),
  "archive-doer.addressInFile": to("machinery", "read"),
  "archive-doer.makeDoers": to("machinery", "write"),
  "archive-evidence.contentProblems": to("machinery", "read"),
  "archive-evidence.evidenceOfTrip": to("machinery", "read"),
  "archive-evidence.sheetsToTake": to("publishedTrip", "write"),
  "archive-evidence.writeEvidence": to("machinery", "write"),
  "archive-logo.archivedLogos": to("machinery", "read"),
  "archive-logo.readLogos": to("machinery", "read"),
  "archive-logo.writeLogos": to("machinery", "write"),
  "archive-people.countsOfTrip": to("machinery", "read"),
  "archive-people.findOrMakeUsers": to("machinery", "write"),
  "archive-people.peopleOfTrip": to("machinery", "read"),
  "archive-people.writePeople": to("machinery", "write"),
  "archive-plan.planOfTrip": to("machinery", "read"),
  "archive-plan.writePlan": to("machinery", "write"),
  "archive-register.findOrMake": to("machinery", "write"),
  "archive-register.registerOfTrip": to("machinery", "read"),
  "archive-walk-in.archivedWalkIns": to("machinery", "read"),
  "archive-walk-in.writeWalkIns": to("machinery", "write"),
};
