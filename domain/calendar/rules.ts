import type { DayFacts, ItemFacts, ItineraryFacts } from "#domain/itinerary/schema.ts";
import type { EuProject } from "#domain/project/rules.ts";
import type { RegistrationState } from "#domain/registration/rules.ts";
import type { IsoDate } from "#lib/dates.ts";
import type { LocalizedWords } from "#lib/locales.ts";

/** What a calendar says of a trip, whoever reads it. */
export type CalendarTrip = {
  tripId: string;
  slug: string;
  title: LocalizedWords;
  organiser: LocalizedWords;
  project: EuProject | null;
  /** Where it goes, each place once, in order. */
  places: string[];
  /** Days in order. */
  dates: IsoDate[];
  /** Days of earlier published versions, also those that it still has. */
  publishedDates: IsoDate[];
  /** The newest published version; null while there is none. */
  itinerary: ItineraryFacts | null;
  updatedAt: Date;
  cancelledAt: Date | null;
  cancelReason: LocalizedWords | null;
};

/** Where somebody gets on. */
export type CalendarPickup = {
  pickupId: string;
  departsAt: Date;
  spot: string;
  place: string | null;
  /** When it was last changed, and how many times. */
  changedAt: Date;
  changes: number;
};

/** A person's place on a trip: the one that is held, or else the last one that was. */
export type CalendarPlace = {
  registrationId: string;
  state: RegistrationState;
  /** When it last became what it is. */
  changedAt: Date;
  /** Places that the person has had on this trip, and those that were given up or handed on. */
  had: number;
  lost: number;
  pickup: CalendarPickup | null;
};

/** How an event stands for whoever reads it; `dropped` is a day that a newer version no longer has. */
export type Standing =
  | "going"
  | "waiting"
  | "awaitingSignOff"
  | "withdrawn"
  | "cancelled"
  | "dropped";

export type CalendarEvent = {
  /** The same in every file and every version, so that calendars know it again. */
  uid: string;
  /** Grows with whatever changes it. */
  sequence: number;
  revisedAt: Date;
  standing: Standing;
  time: { date: IsoDate } | { from: Date; to: Date };
  trip: CalendarTrip;
} & (
  | {
      kind: "day";
      /** Counted from 1; null of the only day, and of one that was dropped. */
      number: number | null;
      /** The day's programme; null while none is published. */
      day: DayFacts | null;
      registrationId: string | null;
    }
  | { kind: "pickup"; pickup: CalendarPickup; registrationId: string }
);

/**
 * One event per day, from when its programme begins to when it ends; of the whole day while there is none. A
 * person's place brings its pick-up along.
 */
export function eventsOf(trip: CalendarTrip, place: CalendarPlace | null): CalendarEvent[] {
  const { itinerary } = trip;
  const dates = itinerary ? itinerary.days.map(({ date }) => date) : trip.dates;
  const dropped = itinerary ? trip.publishedDates.filter((date) => !dates.includes(date)) : [];
  const standing = standingOf(trip, place);
  const shared = {
    sequence: sequenceOf(trip, place),
    revisedAt: revisedAt(trip, place),
    trip,
  };
  const registrationId = place?.registrationId ?? null;
  const days = [...dates, ...dropped].map((date, index): CalendarEvent => {
    const day = itinerary?.days.find((one) => one.date === date) ?? null;
    return {
      ...shared,
      kind: "day",
      uid: `${trip.tripId}-${date}@pieredze`,
      standing: dropped.includes(date) && standing !== "cancelled" ? "dropped" : standing,
      time: spanOf(day?.items ?? []) ?? { date },
      number: dates.length > 1 && index < dates.length ? index + 1 : null,
      day,
      registrationId,
    };
  });
  return place?.pickup ? [...days, pickupEvent(place, place.pickup, shared, standing)] : days;
}

/** An event without a length is drawn so thin that nobody can read it. */
const minutesAtPickup = 15;

function pickupEvent(
  { registrationId }: CalendarPlace,
  pickup: CalendarPickup,
  shared: Pick<CalendarEvent, "sequence" | "revisedAt" | "trip">,
  standing: Standing,
): CalendarEvent {
  const from = pickup.departsAt;
  const to = new Date(from.getTime() + minutesAtPickup * 60_000);
  return {
    ...shared,
    kind: "pickup",
    uid: `${registrationId}-${pickup.pickupId}@pieredze`,
    sequence: shared.sequence + pickup.changes,
    revisedAt: latest([shared.revisedAt, pickup.changedAt]),
    standing,
    time: { from, to },
    pickup,
    registrationId,
  };
}

function standingOf(trip: CalendarTrip, place: CalendarPlace | null): Standing {
  if (trip.cancelledAt) return "cancelled";
  return !place || place.state === "confirmed" ? "going" : place.state;
}

/**
 * The number of the published version, raised by a cancellation; of a person's place also by every place that
 * was lost or had again, so that whoever registers anew is not taken for the one who withdrew.
 */
function sequenceOf(trip: CalendarTrip, place: CalendarPlace | null): number {
  const changes = place ? place.had - 1 + place.lost : 0;
  return (trip.itinerary?.number ?? 0) + (trip.cancelledAt ? 1 : 0) + changes;
}

function revisedAt(trip: CalendarTrip, place: CalendarPlace | null): Date {
  const said = trip.itinerary ? new Date(trip.itinerary.publishedAt) : trip.updatedAt;
  return latest([said, trip.cancelledAt ?? said, place?.changedAt ?? said]);
}

const latest = (moments: readonly Date[]) => new Date(Math.max(...moments.map(Number)));

/** A night's lodging counts as the moment of arriving there: nobody's calendar is full all night. */
function spanOf(items: readonly ItemFacts[]): { from: Date; to: Date } | null {
  if (items.length === 0) return null;
  const from = Math.min(...items.map(({ startsAt }) => Date.parse(startsAt)));
  const ends = items.map(({ kind, startsAt, endsAt }) =>
    Date.parse(kind === "lodging" ? startsAt : endsAt),
  );
  const to = Math.max(...ends);
  const all = Math.max(...items.map(({ endsAt }) => Date.parse(endsAt)));
  return { from: new Date(from), to: new Date(to > from ? to : all) };
}

/**
 * What a letter of this kind does to its reader's calendar; null where it does nothing. A late letter about a
 * place that is gone takes nothing from somebody who has another one by now. `seated`: it ever was a seat.
 */
export function calendarMethod(
  kind: string,
  { state, had, lost }: Pick<CalendarPlace, "state" | "had" | "lost">,
  seated: boolean,
): "PUBLISH" | "CANCEL" | null {
  if (takesIn.has(kind)) return state === "confirmed" ? "PUBLISH" : null;
  if (!seated) return null;
  if (kind === "cancelled") return "CANCEL";
  return takesOut.has(kind) && had === lost ? "CANCEL" : null;
}

const takesIn: ReadonlySet<string> = new Set(["confirmed", "promoted", "entered", "itinerary"]);
const takesOut: ReadonlySet<string> = new Set(["withdrawn", "replaced"]);
