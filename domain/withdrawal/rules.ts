import type { RegistrationState } from "#domain/registration/rules.ts";
import type { IsoDate } from "#lib/dates.ts";
import type { LocalizedWords } from "#lib/locales.ts";

/** What somebody needs to know before giving up a place, and what became of it afterwards. */
export type WithdrawalCase = {
  registrationId: string;
  state: RegistrationState;
  organisation: string;
  signOffDueAt: Date | null;
  /** The municipality is asked for somebody else until then. */
  replacementAskedUntil: Date | null;
  /** Until when it would be asked; null where the place goes at once. */
  wouldAskUntil: Date | null;
  promotionEndsAt: Date;
  namesFrozenAt: Date;
  registrationDeadline: Date;
  cancelledAt: Date | null;
  completedAt: Date | null;
  tripSlug: string;
  tripTitle: LocalizedWords;
  tripDates: IsoDate[];
};

/** So long a municipality has to name somebody else, unless the names are frozen before. */
const hoursToReplace = 48;

type GivenUp = {
  state: RegistrationState;
  registrationDeadline: Date;
  namesFrozenAt: Date;
  cancelledAt: Date | null;
  /** Whether anybody can be asked. */
  hasCoordinator: boolean;
};

/**
 * Until when the municipality is asked for somebody else, where a person gives up a seat; null where the seat
 * goes at once. Before the deadline others still register; after it a place that is paid for would stay empty.
 */
export function askedUntil(given: GivenUp, now: Date): Date | null {
  const { state, registrationDeadline, namesFrozenAt, cancelledAt, hasCoordinator } = given;
  if (state !== "confirmed" || cancelledAt || !hasCoordinator) return null;
  if (now < registrationDeadline || now >= namesFrozenAt) return null;
  const inTime = now.getTime() + hoursToReplace * 3_600_000;
  return new Date(Math.min(inTime, namesFrozenAt.getTime()));
}
