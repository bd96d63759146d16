import type { SeatVerdict } from "#domain/seat/rules.ts";
import { addressOf } from "#domain/sign-in/rules.ts";
import type { Member } from "./schema.ts";

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

/** How the place with this number, from 0, stands after a verdict on all of them. */
export const seatOf = ({ seats, reason }: SeatVerdict, index: number, now: Date) =>
  index < seats
    ? { confirmedAt: now, waitingReason: null }
    : { confirmedAt: null, waitingReason: reason ?? ("line" as const) };

type Places = {
  members: readonly Member[];
  /** Of the members, in their order. */
  userIds: readonly string[];
  /** Index of the head; null while it is not decided. */
  head: number | null;
  unnamed: number;
};

/** The head of the delegation first, then the others as entered, then the places without a name. */
export function placesOf({ members, userIds, head, unnamed }: Places) {
  const named = members.map((person, row) => ({
    ...person,
    email: addressOf(person.email) ?? person.email,
    userId: userIds[row] as string,
    isHead: row === head,
  }));
  const nobody = {
    userId: null,
    givenName: "",
    familyName: "",
    email: "",
    phone: "",
    position: "",
    isHead: false,
  };
  return [
    ...named.toSorted((a, b) => Number(b.isHead) - Number(a.isHead)),
    ...Array.from({ length: unnamed }, () => nobody),
  ];
}
