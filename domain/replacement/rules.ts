import type { RegistrationState, StateDates } from "#domain/registration/rules.ts";
import type { IsoDate } from "#lib/dates.ts";
import type { LocalizedWords } from "#lib/locales.ts";

export type ReplaceRefusal = "unnamed" | "withdrawn" | "cancelled" | "tripOver" | "frozen";

type Place = StateDates & {
  /** Null while nobody is named: then there is nobody to replace. */
  userId: string | null;
  cancelledAt: Date | null;
  completedAt: Date | null;
  namesFrozenAt: Date;
};

/** Why nobody else can take a person's place at this moment, or null. Rule 6: until the names are frozen. */
export function replaceRefusal(place: Place, now: Date): ReplaceRefusal | null {
  if (place.userId === null) return "unnamed";
  if (place.withdrawnAt) return "withdrawn";
  if (place.cancelledAt) return "cancelled";
  if (place.completedAt) return "tripOver";
  return now >= place.namesFrozenAt ? "frozen" : null;
}

/** A registered person's place, and whom they propose for it. */
export type ReplacementCase = {
  registrationId: string;
  /** Null while nobody is named. */
  holderId: string | null;
  givenName: string;
  familyName: string;
  position: string;
  organisation: string;
  state: RegistrationState;
  /** Goes with a delegation, and answers for it. */
  inDelegation: boolean;
  isHead: boolean;
  /** Wishes neither to be photographed nor to be seen in what is published. */
  noPhotos: boolean;
  /** The person cannot come, and somebody else is asked for until then. */
  replacementAskedUntil: Date | null;
  namesFrozenAt: Date;
  tripSlug: string;
  tripTitle: LocalizedWords;
  tripDates: IsoDate[];
  proposal: {
    id: string;
    givenName: string;
    familyName: string;
    position: string;
    email: string;
    phone: string;
  } | null;
  /** Why nobody else can take it now. */
  refusal: ReplaceRefusal | null;
};
