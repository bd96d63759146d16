import type { PlaceReference } from "./schema.ts";

export type RegistrationState = "confirmed" | "awaitingSignOff" | "waiting" | "withdrawn";

export type StateDates = {
  confirmedAt: Date | null;
  /** Until when a seat is held that the municipality has not signed off. */
  signOffDueAt: Date | null;
  withdrawnAt: Date | null;
};

/** The state of a registration is read off its dates. */
export function stateOf(dates: StateDates): RegistrationState {
  if (dates.withdrawnAt) return "withdrawn";
  if (dates.confirmedAt) return "confirmed";
  return dates.signOffDueAt ? "awaitingSignOff" : "waiting";
}

/** A row with its state in place of two of the dates that it is read off. */
export function withState<Row extends StateDates>(row: Row) {
  const { confirmedAt, withdrawnAt, ...rest } = row;
  return { ...rest, state: stateOf({ confirmedAt, withdrawnAt, signOffDueAt: row.signOffDueAt }) };
}

/** Whether a place is still the one's whom a form is about; a form that names nobody is about the place alone. */
export const isStillOf = (userId: string | null, { holderId }: Pick<PlaceReference, "holderId">) =>
  holderId === undefined || holderId === userId;

type Name = { givenName: string; familyName: string };

/** First name, then surname; empty of a place that nobody is named for yet. */
export const fullName = ({ givenName, familyName }: Name) => `${givenName} ${familyName}`.trim();

/** As lists by surname say it; empty of a place that nobody is named for yet. */
export const surnameFirst = ({ givenName, familyName }: Name) =>
  [familyName, givenName].filter(Boolean).join(", ");
