import { addDays, dateInRiga, type IsoDate } from "#lib/dates.ts";

export type SeatsOf = { name: string; taken: number; guaranteed: number; maximum: number | null };

/** A bar: seats that are taken, then those that are kept and still free; in shares of the longest bar, 0 to 1. */
export type SeatBar = { name: string; taken: number; kept: number; limit: number | null };

/** Seats by municipality as bars, the most taken first; whoever has and is kept nothing is left out. */
export function seatBars(seats: readonly SeatsOf[], released: boolean): SeatBar[] {
  const shown = seats.filter(({ taken, guaranteed }) => taken > 0 || guaranteed > 0);
  const longest = Math.max(
    1,
    ...shown.map((one) => Math.max(one.taken, one.guaranteed, one.maximum ?? 0)),
  );
  return [...shown]
    .sort((one, other) => other.taken - one.taken || one.name.localeCompare(other.name, "lv"))
    .map(({ name, taken, guaranteed, maximum }) => ({
      name,
      taken: taken / longest,
      kept: released ? 0 : Math.max(0, guaranteed - taken) / longest,
      limit: maximum === null ? null : maximum / longest,
    }));
}

export type DayCount = { date: IsoDate; registered: number; withdrawn: number };

/** Every day from the first registration to the last change, with how many there were by its end. */
export function growth(changes: readonly DayCount[]): { date: IsoDate; active: number }[] {
  const sorted = [...changes].sort((one, other) => one.date.localeCompare(other.date));
  const [first, last] = [sorted[0]?.date, sorted.at(-1)?.date];
  if (!first || !last) return [];
  const byDate = new Map(sorted.map((one) => [one.date, one]));
  const line = [];
  let active = 0;
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const day = byDate.get(date);
    active += (day?.registered ?? 0) - (day?.withdrawn ?? 0);
    line.push({ date, active });
  }
  return line;
}

export type Decision =
  | "waitingWithFreeSeats"
  | "deadlineSoon"
  | "releaseSoon"
  | "unpublishedChanges"
  | "warnings"
  | "failedMails"
  | "unmarkedDay";

/** What needs a decision or a deed today, the most urgent first. */
export function decisions(
  trip: {
    registrationDeadline: Date;
    releaseAt: Date | null;
    promotionEndsAt: Date;
    dates: readonly IsoDate[];
    capacity: number;
    taken: number;
    held: number;
    waiting: number;
    draftChanged: boolean;
    openWarnings: number;
    failedMails: number;
    /** Days on which nobody was marked. */
    unmarked: readonly IsoDate[];
  },
  now: Date,
): Decision[] {
  const soon = (at: Date | null) =>
    at !== null && at > now && at.getTime() - now.getTime() <= 3 * day;
  const today = dateInRiga(now);
  const free = trip.capacity - trip.taken - trip.held;
  const found: [Decision, boolean][] = [
    ["unmarkedDay", trip.unmarked.some((date) => date <= today)],
    ["waitingWithFreeSeats", trip.waiting > 0 && free > 0 && now >= trip.promotionEndsAt],
    ["deadlineSoon", soon(trip.registrationDeadline)],
    ["releaseSoon", soon(trip.releaseAt)],
    ["failedMails", trip.failedMails > 0],
    ["warnings", trip.openWarnings > 0],
    ["unpublishedChanges", trip.draftChanged],
  ];
  return found.flatMap(([decision, needed]) => (needed ? [decision] : []));
}

const day = 24 * 60 * 60_000;
