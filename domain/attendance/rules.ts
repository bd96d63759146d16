import { addDays, dateInRiga, type IsoDate } from "#lib/dates.ts";

/** Present, absent, or not marked yet. */
export type AttendanceState = "present" | "absent" | "unmarked";

/** The present state out of all marks of one person on one day: the one that arrived last at the server wins. */
export function stateOf(marks: readonly { sequence: number; present: boolean }[]): AttendanceState {
  const last = marks.reduce<{ sequence: number; present: boolean } | null>(
    (latest, mark) => (latest && latest.sequence > mark.sequence ? latest : mark),
    null,
  );
  if (!last) return "unmarked";
  return last.present ? "present" : "absent";
}

/**
 * Why a person cannot be marked, null when it can: somebody with a confirmed seat, or who had one and was
 * already marked before withdrawing.
 */
export function markRefusal(
  trip: {
    publishedAt: Date | null;
    cancelledAt: Date | null;
    completedAt: Date | null;
    /** The day was confirmed with its signature sheet. */
    dayLocked?: boolean;
  },
  registration: { confirmedAt: Date | null; withdrawnAt: Date | null; marks: number },
): "draft" | "cancelled" | "completed" | "dayLocked" | "notConfirmed" | "withdrawn" | null {
  if (trip.cancelledAt) return "cancelled";
  if (trip.dayLocked) return "dayLocked";
  if (trip.completedAt) return "completed";
  if (!trip.publishedAt) return "draft";
  if (!registration.confirmedAt) return "notConfirmed";
  return registration.withdrawnAt && registration.marks === 0 ? "withdrawn" : null;
}

/**
 * Whether the trip runs, for those who see its names and phones only then (crew, in
 * domain/permission/schema.ts): from the eve of the first day to the day after the last.
 */
export function tripRuns(dates: readonly IsoDate[], now: Date): boolean {
  const sorted = [...dates].sort();
  const first = sorted[0];
  const last = sorted.at(-1);
  if (!first || !last) return false;
  const today = dateInRiga(now);
  return addDays(first, -1) <= today && today <= addDays(last, 1);
}
