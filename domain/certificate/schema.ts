import type { AddresseeFacts } from "#domain/letter/schema.ts";
import type { PaperTrip } from "#domain/paper/schema.ts";
import type { IsoDate } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";

/** What a certificate says, as it was issued. */
export type CertificateFacts = {
  certificateId: string;
  /** As people name it: `2018-00042`. */
  number: string;
  issuedAt: Date;
  locale: Locale;
  trip: PaperTrip;
  person: AddresseeFacts;
  /** On which the person was really present. */
  days: IsoDate[];
  /** Of visits and talks on those days; null where the times of the itinerary are only illustrative. */
  hours: number | null;
};
