import type { EuProject } from "#domain/project/rules.ts";
import type { IsoDate } from "#lib/dates.ts";
import type { Locale, LocalizedWords } from "#lib/locales.ts";

/** Whose papers for the employer: one person's, or those of everybody on a trip. */
export type Whose = { registrationId: string } | { tripSlug: string };

/** Somebody to whom papers are made out, with what they say of the trip. */
export type Addressee = {
  registrationId: string;
  userId: string | null;
  locale: Locale;
  name: string;
  organisation: string;
  /** The authority itself, as papers address it; null where that is not on record. */
  authority: string | null;
  institution: string | null;
  position: string;
  confirmedAt: Date | null;
  withdrawnAt: Date | null;
  pickupPlace: string | null;
  pickupSpot: string | null;
  departsAt: Date | null;
  tripId: string;
  slug: string;
  title: LocalizedWords;
  aim: LocalizedWords;
  costs: LocalizedWords | null;
  contactName: string | null;
  contactPhone: string | null;
  cancelledAt: Date | null;
  completedAt: Date | null;
  timesIllustrative: boolean;
  dates: IsoDate[];
  organiserId: string;
  organiserName: string;
  organiserNameEn: string | null;
  project: EuProject | null;
};
