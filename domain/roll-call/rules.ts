import { knownAtMost, tripRuns } from "#domain/attendance/rules.ts";
import { addDays, dateInRiga, type IsoDate, momentInRiga } from "#lib/dates.ts";
import type { DeliveredMark, Place, RollCallMark } from "./schema.ts";

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
  return { ...tap, overrules, deviceAt: now.toISOString(), revoked: false };
}

/** When a phone forgets a trip: 48 hours after its last day has ended. */
export function keptUntil(dates: readonly IsoDate[]): Date {
  return new Date(momentInRiga(addDays(lastOf(dates), 1), "00:00").getTime() + 48 * hour);
}

const lastOf = (dates: readonly IsoDate[]) => [...dates].sort().at(-1) ?? "1970-01-01";

/** For so long after the last day what crew recorded on the way may still arrive. */
const lateDays = 14;

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
