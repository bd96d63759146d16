import type { PeoplePaper } from "#domain/paper/schema.ts";
import type { IsoDate } from "#lib/dates.ts";
import type { LocalizedWords } from "#lib/locales.ts";

/** Somebody who signs without being a participant. */
export type SignatoryFacts = {
  givenName: string;
  familyName: string;
  organisation: string;
  position: LocalizedWords;
};

/** One day's signatures: everybody's, or those of one vehicle or of one municipality. */
export type SignatureSheetFacts = PeoplePaper & {
  date: IsoDate;
  /** Where the day takes place, and from when to when; null while no itinerary is published. */
  places: string[];
  hours: { from: Date; to: Date } | null;
  /** Name of the vehicle or of the municipality whose people it is for; null where it is for all. */
  only: string | null;
  speakers: SignatoryFacts[];
  organisers: SignatoryFacts[];
};
