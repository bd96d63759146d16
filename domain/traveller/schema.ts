import type { Need } from "#domain/need/rules.ts";
import type { IsoDate } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";

/** What of a trip concerns one traveller alone. */
export type TravellerFacts = {
  registrationId: string;
  tripId: string;
  tripSlug: string;
  locale: Locale;
  name: string;
  /** What the code on the badge holds, and what is typed in its stead. */
  badge: string;
  code: string;
  pickup: {
    place: string | null;
    spot: string;
    departsAt: Date;
    vehicle: string;
    /** From the day before the trip to the day after it. */
    driver: { name: string | null; phone: string | null } | null;
  } | null;
  /** By the first night. */
  rooms: {
    lodging: string;
    address: string | null;
    room: string;
    firstNight: IsoDate;
    lastNight: IsoDate;
  }[];
  /** Who answers for the own delegation, where that is somebody else; while the driver is shown as well. */
  head: { name: string; phone: string } | null;
  /** Whom the organiser named to be asked. */
  contact: { name: string | null; phone: string | null } | null;
  need: Need | null;
  /** Number of the newest version before the present one that the person has printed; null where there is none. */
  printed: number | null;
};

/** Under which the audit trail knows that somebody printed the own itinerary. */
export const printedAction = "itinerary.print";
