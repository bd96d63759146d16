import * as z from "zod/mini";
import type { IsoDate } from "#lib/dates.ts";
import type { LocalizedWords } from "#lib/locales.ts";

/** What of a day somebody is marked in: an item of its itinerary, a pick-up, or neither, which is the day as a whole. */
export type PartReference = { agendaItemId: string | null; pickupId: string | null };

export const wholeDay: PartReference = { agendaItemId: null, pickupId: null };

/** The same as it comes in; the day as a whole where nothing is said. */
export const partReference = {
  agendaItemId: z._default(z.nullable(z.guid()), null),
  pickupId: z._default(z.nullable(z.guid()), null),
};

/** An item or a pick-up on a day. */
export type DayPart = PartReference & {
  date: IsoDate;
  /** When it begins, an ISO moment; null where neither it nor a version that had it is kept. */
  startsAt: string | null;
  /** The title or the spot; null likewise. */
  name: LocalizedWords | null;
  /** Somebody was marked there. */
  hasMarks: boolean;
};
