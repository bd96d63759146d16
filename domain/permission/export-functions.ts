import { type Assignment, to } from "./schema.ts";

/** The part of `functions` about the tables that an organiser takes along. */
export const exportFunctions: Record<string, Assignment> = {
  "attendance-export.attendanceExport": to("attendance", "read"),
  "export.needExport": to("needs", "read"),
  "export.oneByOne": to("machinery", "read"),
  "export.readRows": to("machinery", "read"),
  "export.recordExport": to("machinery", "write"),
  "export.registrationExport": to("municipalityRegistrations", "read"),
  "export.senders": to("machinery", "read"),
  "export.tripToExport": to("machinery", "read"),
  "statistics.statisticsExport": to("municipalityRegistrations", "read"),
};
