import { type Assignment, to } from "./schema.ts";

/** What the functions about badges and about checking in oneself let somebody do. */
export const checkInFunctions: Record<string, Assignment> = {
  "badge.badgeOf": to("machinery", "read"),
  "badge.tripOfBadge": to("ownRegistration", "read"),
  "check-in.checkIn": to("ownRegistration", "write"),
  "check-in.checksIn": to("attendance", "write"),
  "check-in.ownCheckIn": to("ownRegistration", "write"),
  "check-in.scanned": to("machinery", "read"),
  "check-in.shownCode": to("attendance", "write"),
  "check-in.switchCheckIn": to("publishedTrip", "write"),
};
