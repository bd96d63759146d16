export type RegistrationState = "confirmed" | "waiting" | "withdrawn";

/** The state of a registration is read off its dates. */
export function stateOf(dates: {
  confirmedAt: Date | null;
  withdrawnAt: Date | null;
}): RegistrationState {
  if (dates.withdrawnAt) return "withdrawn";
  return dates.confirmedAt ? "confirmed" : "waiting";
}

/** A registration with its state in place of the moments that make it. */
export function withState<Row extends { confirmedAt: Date | null; withdrawnAt: Date | null }>(
  row: Row,
) {
  const { confirmedAt, withdrawnAt, ...rest } = row;
  return { ...rest, state: stateOf({ confirmedAt, withdrawnAt }) };
}
