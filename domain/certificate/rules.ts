import type { ItineraryFacts } from "#domain/itinerary/schema.ts";
import { dateInRiga, type IsoDate } from "#lib/dates.ts";

/** Presence may be certified once the trip's last day is over in Riga, or the trip is completed. */
export function mayCertify(
  trip: { dates: readonly IsoDate[]; cancelledAt: Date | null; completedAt: Date | null },
  now: Date,
): boolean {
  const last = [...trip.dates].sort().at(-1);
  if (trip.cancelledAt || !last) return false;
  return trip.completedAt !== null || dateInRiga(now) > last;
}

/**
 * On which of the days of presence a person is certified to have been there: those that are over in Riga, and those
 * that the organiser has locked before that. What was marked in the morning may still change until then.
 */
export function certifiedDays(
  trip: Parameters<typeof mayCertify>[0],
  present: readonly DayPresent[],
  now: Date,
): IsoDate[] {
  return mayCertify(trip, now) ? countedDays(present, now) : [];
}

/** A day on which somebody was present. */
export type DayPresent = { date: IsoDate; locked: boolean };

/** The same of a trip whose certificates may be issued. */
export function countedDays(present: readonly DayPresent[], now: Date): IsoDate[] {
  const today = dateInRiga(now);
  return present.flatMap(({ date, locked }) => (locked || date < today ? [date] : []));
}

/** Kinds of items whose time counts as time of learning: travel, meals, breaks and nights do not. */
const counted = ["visit", "talk", "other"];

/**
 * Hours of visits and talks on the days of presence, to the half hour; what overlaps counts once. Null where the
 * itinerary says that its times are only illustrative, or has none of these days.
 */
export function hoursAttended(
  facts: ItineraryFacts | null,
  days: readonly IsoDate[],
): number | null {
  if (!facts || facts.timesIllustrative) return null;
  const items = facts.days.filter(({ date }) => days.includes(date)).flatMap((day) => day.items);
  const spans = items
    .filter(({ kind }) => counted.includes(kind))
    .map(({ startsAt, endsAt }) => [Date.parse(startsAt), Date.parse(endsAt)] as const)
    .sort(([one], [other]) => one - other);
  let until = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const [from, to] of spans) {
    sum += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  const halfHours = Math.round(sum / 1_800_000);
  return halfHours > 0 ? halfHours / 2 : null;
}

type Said = {
  name: string;
  organisation: string;
  institution: string | null;
  position: string;
  tripTitle: { lv: string; en?: string; lt?: string };
  days: readonly IsoDate[];
  hours: number | null;
};

/** Whether a certificate still says what is so; otherwise another one takes its place. */
export const saysTheSame = (one: Said, other: Said): boolean => written(one) === written(other);

const written = ({ name, organisation, institution, position, tripTitle, days, hours }: Said) =>
  JSON.stringify([
    name,
    organisation,
    institution,
    position,
    [tripTitle.lv, tripTitle.en ?? null, tripTitle.lt ?? null],
    days,
    hours,
  ]);

/** As people read it: `2018-00042`. One that came with the file of a trip keeps the number that it has there. */
export const certificateNumber = (issued: {
  serial: number;
  issuedAt: Date;
  importedNumber: string | null;
}): string =>
  issued.importedNumber ??
  `${dateInRiga(issued.issuedAt).slice(0, 4)}-${String(issued.serial).padStart(5, "0")}`;
