export type RegistrationState = "confirmed" | "waiting" | "withdrawn";

/** The state of a registration is read off its dates. */
export function stateOf(dates: {
  confirmedAt: Date | null;
  withdrawnAt: Date | null;
}): RegistrationState {
  if (dates.withdrawnAt) return "withdrawn";
  return dates.confirmedAt ? "confirmed" : "waiting";
}
