import { type AttendanceState, knownAtMost, tripRuns } from "#domain/attendance/rules.ts";
import { addDays, dateInRiga, type IsoDate, momentInRiga } from "#lib/dates.ts";
import type { DeliveredMark, MarkAnswer, MarkRefusal, Place, RollCallMark } from "./schema.ts";

const hour = 60 * 60_000;

/** The marks of one person in one place, out of those of a trip. */
export function marksIn<Mark extends Place & { registrationId: string }>(
  marks: readonly Mark[],
  registrationId: string,
  place: Place,
): Mark[] {
  return marks.filter((mark) => mark.registrationId === registrationId && isIn(mark, place));
}

const isIn = (mark: Place, { date, agendaItemId, pickupId }: Place) =>
  mark.date === date && mark.agendaItemId === agendaItemId && mark.pickupId === pickupId;

/** Who is marked as what, by whom and where; the id and the number are the phone's next. */
export type Tap = Place &
  Pick<
    DeliveredMark,
    "id" | "registrationId" | "present" | "device" | "deviceNumber" | "reason"
  > & {
    recordedBy: string;
    by: string;
  };

/** The mark that a tap makes: it takes the place of all that the phone knows of that person in that place. */
export function markOf(tap: Tap, known: readonly RollCallMark[], now: Date): RollCallMark {
  const seen = marksIn(known, tap.registrationId, tap).map(({ id }) => id);
  const overrules = [...new Set(seen)].slice(-knownAtMost);
  return { ...tap, overrules, deviceAt: now.toISOString(), revoked: false, byAttendee: false };
}

/** When a phone forgets a trip: 48 hours after its last day has ended. */
export function keptUntil(dates: readonly IsoDate[]): Date {
  return new Date(momentInRiga(addDays(lastOf(dates), 1), "00:00").getTime() + 48 * hour);
}

const lastOf = (dates: readonly IsoDate[]) => [...dates].sort().at(-1) ?? "1970-01-01";

/** For so long after the last day what crew recorded on the way may still arrive. */
const lateDays = 14;

/** When what nobody has yet is forgotten too: by then no server takes it from crew any more. */
export const unsentUntil = (keptUntilThen: string) =>
  new Date(new Date(keptUntilThen).getTime() + (lateDays - 2) * 24 * hour);

/** Whether a tap says something else than what was known, and so may want a reason; a first mark never does. */
export const corrects = (state: AttendanceState, present: boolean) =>
  state !== "unmarked" && state !== (present ? "present" : "absent");

/** As what somebody leads the trip: now, or until when. */
export type Leader =
  | { role: "organiser" | "crew"; endedAt: null }
  | { role: "organiser" | "crew"; beganAt: Date; endedAt: Date };

/**
 * Whether a mark made at `deviceAt` may still be delivered, and why not. What was recorded while somebody led the
 * trip counts after that has ended, marked as such; what was recorded afterwards does not.
 */
export function arrival(
  leader: Leader,
  deviceAt: Date,
  dates: readonly IsoDate[],
  now: Date,
): "kept" | "keptAsRevoked" | "revoked" | "notRunning" {
  if (leader.endedAt && !(leader.beganAt <= deviceAt && deviceAt < leader.endedAt))
    return "revoked";
  if (leader.role === "crew" && !tripRuns(dates, now)) {
    const after = dates.some((date) => date < dateInRiga(now));
    const soon = now < momentInRiga(addDays(lastOf(dates), lateDays + 1), "00:00");
    if (!after || !soon || !tripRuns(dates, deviceAt)) return "notRunning";
  }
  return leader.endedAt ? "keptAsRevoked" : "kept";
}

type Said = Place & { registrationId: string; present: boolean };

/** Whether a mark that is known under an id says what the one that came under it says. */
export function isSame(known: Said, mark: Said): boolean {
  return (
    known.registrationId === mark.registrationId &&
    known.present === mark.present &&
    isIn(known, mark)
  );
}

/** The answer to what cannot be kept, for whatever a phone delivers. */
export const refused = (id: string, reason: MarkRefusal): MarkAnswer => ({
  id,
  answer: "refused",
  reason,
});

/** Somebody else's trip has a mark of that id, which is told no more of than this. */
export const ofOther = (one: MarkAnswer, added: ReadonlySet<string>): MarkAnswer =>
  one.answer === "kept" && !added.has(one.id) ? refused(one.id, "idTaken") : one;

/** The id of something broken, as far as it has one. */
export const idIn = (one: unknown): string =>
  typeof one === "object" && one !== null && "id" in one ? String(one.id).slice(0, 36) : "";
