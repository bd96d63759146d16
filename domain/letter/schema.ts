import type { DayFacts } from "#domain/itinerary/schema.ts";
import type { PaperTrip } from "#domain/paper/schema.ts";
import type { Locale, LocalizedWords } from "#lib/locales.ts";

/** Whom a letter or a certificate is about, as it names the person. */
export type AddresseeFacts = {
  registrationId: string;
  name: string;
  organisation: string;
  authority: string | null;
  institution: string | null;
  position: string;
};

/** What an employer needs before a business trip (product.md, "Papers for the employer"). */
export type InvitationFacts = {
  /** Of the person. */
  locale: Locale;
  trip: PaperTrip;
  person: AddresseeFacts;
  aim: LocalizedWords;
  /** The own pick-up, or the first item of the first day; null while neither is known. */
  departure: { at: Date; from: string | null } | null;
  /** The end of the last item of the last day. */
  homecoming: Date | null;
  /** Hosts with their places, each once, in the order of the visits. */
  visits: { host: LocalizedWords; place: string | null }[];
  /** Who pays what, in words. */
  costs: LocalizedWords | null;
  /** Whom to ask: name and telephone. */
  contact: string | null;
  days: DayFacts[];
  /** The itinerary says that its times are only illustrative. */
  timesIllustrative: boolean;
};
