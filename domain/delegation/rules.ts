/** When a trip takes registrations, and whether it goes on. */
export type Call = {
  cancelledAt: Date | null;
  completedAt: Date | null;
  registrationOpensAt: Date;
  registrationDeadline: Date;
};

/** Why nobody can be sent at this moment, or null. `register_for_trip` in SQL says the same of one person. */
export function callRefusal(call: Call, now: Date): "cancelled" | "notYetOpen" | "closed" | null {
  if (call.cancelledAt) return "cancelled";
  if (now < call.registrationOpensAt) return "notYetOpen";
  return now >= call.registrationDeadline || call.completedAt ? "closed" : null;
}
