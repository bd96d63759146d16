import type { RegistrationState } from "#domain/registration/rules.ts";
import type { IsoDate } from "#lib/dates.ts";
import type { LocalizedWords } from "#lib/locales.ts";

/** What somebody needs to know to say yes or no to an employee's own registration. */
export type SignOffCase = {
  registrationId: string;
  givenName: string;
  familyName: string;
  position: string;
  organisation: string;
  state: RegistrationState;
  signOffDueAt: Date | null;
  signedOffAt: Date | null;
  tripId: string;
  tripSlug: string;
  tripTitle: LocalizedWords;
  tripDates: IsoDate[];
};

/** A reminder goes after this many hours of waiting, or after half of a shorter hold. */
const remindAfterHours = 24;

/** When a municipality that has not answered is reminded of a registration that holds a seat until `dueAt`. */
export function reminderAt(dueAt: Date, signOffHours: number): Date {
  const waited = Math.min(remindAfterHours, signOffHours / 2);
  return new Date(dueAt.getTime() - (signOffHours - waited) * 3_600_000);
}
