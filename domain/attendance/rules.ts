import { addDays, dateInRiga, type IsoDate } from "#lib/dates.ts";

/** As many marks of one person in one place as another can name. */
export const knownAtMost = 500;

/** Present, absent, marked as both by devices that did not know of one another, or not marked yet. */
export type AttendanceState = "present" | "absent" | "contradicted" | "unmarked";

/** What of a mark the state is derived from: nothing that a clock or the order of arrival has a say in. */
export type MarkFacts = {
  id: string;
  present: boolean;
  recordedBy: string;
  device: string;
  /** The device's own count; null where the page of a server made the mark. */
  deviceNumber: number | null;
  /** The marks that were in view when this one was made. */
  overrules: readonly string[];
};

/**
 * The state out of all marks of one person in one place: a day, or an item or pick-up of it. A pure function of
 * the set, so that server and phones come to the same (docs/decisions/marks-converge.md).
 */
export function stateOf(marks: readonly MarkFacts[]): AttendanceState {
  const said = new Set(standing(marks).map(({ present }) => present));
  if (said.size === 0) return "unmarked";
  if (said.size === 2) return "contradicted";
  return said.has(true) ? "present" : "absent";
}

/** The marks that no other has taken the place of, each once, in the order of their ids. */
export function standing<Mark extends MarkFacts>(marks: readonly Mark[]): Mark[] {
  const once = [...new Map(marks.map((mark) => [mark.id, mark])).values()].sort((one, other) =>
    one.id < other.id ? -1 : 1,
  );
  const left = once.filter((mark) => !once.some((other) => takesPlaceOf(other, mark)));
  // Only a broken device names marks in a circle; then all of them are shown.
  return left.length > 0 ? left : once;
}

/** Whether a state is known from nobody but the person, who checked in by the code of a screen. */
export const isByAttendee = (marks: readonly (MarkFacts & { byAttendee: boolean })[]): boolean =>
  standing(marks).every(({ byAttendee }) => byAttendee);

function takesPlaceOf(later: MarkFacts, earlier: MarkFacts): boolean {
  if (later.id === earlier.id) return false;
  if (later.overrules.includes(earlier.id)) return true;
  const sameHand = later.device === earlier.device && later.recordedBy === earlier.recordedBy;
  return sameHand && (later.deviceNumber ?? 0) > (earlier.deviceNumber ?? Number.POSITIVE_INFINITY);
}

type MarkedTrip = {
  publishedAt: Date | null;
  cancelledAt: Date | null;
  completedAt: Date | null;
  /** The day was confirmed with its signature sheet. */
  dayLocked?: boolean;
};

/**
 * Why a person cannot be marked, null when it can: somebody with a confirmed seat, or who had one and was
 * already marked before withdrawing.
 */
export function markRefusal(
  trip: MarkedTrip,
  registration: { confirmedAt: Date | null; withdrawnAt: Date | null; marks: number },
): ReturnType<typeof dayRefusal> | "notConfirmed" | "withdrawn" {
  const closed = dayRefusal(trip);
  if (closed) return closed;
  if (!registration.confirmedAt) return "notConfirmed";
  return registration.withdrawnAt && registration.marks === 0 ? "withdrawn" : null;
}

/** Why nothing is written down of a day any more or yet; null when it is. */
export function dayRefusal(
  trip: MarkedTrip,
): "draft" | "cancelled" | "completed" | "dayLocked" | null {
  if (trip.cancelledAt) return "cancelled";
  if (trip.dayLocked) return "dayLocked";
  if (trip.completedAt) return "completed";
  return trip.publishedAt ? null : "draft";
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

/** Whether its texts can be kept: the sign of the number zero cannot, and would stop all that was delivered with it. */
export const isStorable = (delivered: object): boolean =>
  Object.values(delivered).every((value) => typeof value !== "string" || !value.includes("\0"));
