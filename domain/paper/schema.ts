import type { EuProject } from "#domain/project/rules.ts";
import type { IsoDate } from "#lib/dates.ts";
import type { LocalizedWords } from "#lib/locales.ts";

/** What every paper of a trip says of it. */
export type PaperTrip = {
  tripId: string;
  slug: string;
  title: LocalizedWords;
  dates: IsoDate[];
  organiserId: string;
  organiser: LocalizedWords;
  project: EuProject | null;
};

/** Somebody with a confirmed seat, as papers name them. */
export type PaperPerson = {
  registrationId: string;
  givenName: string;
  familyName: string;
  organisationId: string;
  organisation: string;
  institution: string | null;
  position: string;
  phone: string;
  email: string;
  isHead: boolean;
  /** What the code on the badge holds, and what is typed in its stead. */
  badge: string;
  code: string;
  pickup: {
    place: string | null;
    spot: string;
    departsAt: Date;
    vehicleId: string;
    vehicle: string;
  } | null;
};

/** A paper that names people, with all that it names. */
export type PeoplePaper = { trip: PaperTrip; people: PaperPerson[] };

/** Columns of a list of participants from which its reader chooses; the name is always there. */
export const listColumns = [
  "organisation",
  "institution",
  "position",
  "phone",
  "email",
  "pickup",
] as const;

export type ListColumn = (typeof listColumns)[number];
