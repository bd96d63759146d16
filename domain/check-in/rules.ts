import { createHmac, timingSafeEqual } from "node:crypto";
import { dateInRiga, type IsoDate } from "#lib/dates.ts";

// A code that changes with the time, as RFC 6238 makes them, but too long to be guessed: 132 bits.

/** For so long a code is shown; it is taken for as long again. */
export const windowSeconds = 30;

/** Where people check in: a day as a whole, or an item or pick-up of it. */
export type CheckInPlace = {
  date: IsoDate;
  agendaItemId: string | null;
  pickupId: string | null;
};

const windowAt = (now: Date) => Math.floor(now.getTime() / (windowSeconds * 1_000));

/** Until the code that is shown now is another. */
export const secondsLeft = (now: Date) =>
  windowSeconds - (Math.floor(now.getTime() / 1_000) % windowSeconds);

/** The code of this moment, as it stands in an address. `key` is the trip's own. */
export function codeAt(key: string, tripId: string, place: CheckInPlace, now: Date): string {
  const open = `${place.date}~${placeMark(place)}~${windowAt(now).toString(36)}`;
  return `${open}~${sealOf(key, tripId, open)}`;
}

/** What a code says of itself, true or not; null where it is none. */
export function placeOfCode(code: string): CheckInPlace | null {
  const [, date = "", kind, named = null] = shape.exec(code) ?? [];
  if (!kind) return null;
  return {
    date,
    agendaItemId: kind === "item" ? named : null,
    pickupId: kind === "stop" ? named : null,
  };
}

/** Whether a code was made with the trip's key, and is of this window or the one before. */
export function validity(
  code: string,
  { key, tripId }: { key: string; tripId: string },
  now: Date,
): "valid" | "expired" | "forged" {
  const [, , , , window = "", seal = ""] = shape.exec(code) ?? [];
  const open = code.slice(0, code.lastIndexOf("~"));
  const made = Buffer.from(sealOf(key, tripId, open));
  const given = Buffer.from(seal);
  if (given.length !== made.length || !timingSafeEqual(given, made)) return "forged";
  const age = windowAt(now) - Number.parseInt(window, 36);
  return age === 0 || age === 1 ? "valid" : "expired";
}

/** Why nobody can check in on a day now; null where they can. */
export function checkInRefusal(
  trip: { cancelledAt: Date | null; completedAt: Date | null; dayLocked: boolean },
  date: IsoDate,
  now: Date,
): "cancelled" | "completed" | "dayLocked" | "notToday" | null {
  if (trip.cancelledAt) return "cancelled";
  if (trip.dayLocked) return "dayLocked";
  if (trip.completedAt) return "completed";
  return date === dateInRiga(now) ? null : "notToday";
}

const id = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

const shape = new RegExp(
  `^(\\d{4}-\\d{2}-\\d{2})~(day|item|stop)_?(${id})?~([0-9a-z]{1,9})~([\\w-]{22})$`,
);

function placeMark({ agendaItemId, pickupId }: CheckInPlace): string {
  if (agendaItemId) return `item_${agendaItemId}`;
  return pickupId ? `stop_${pickupId}` : "day";
}

const sealOf = (key: string, tripId: string, open: string) =>
  createHmac("sha256", Buffer.from(key, "base64url"))
    .update(`${tripId}~${open}`)
    .digest("base64url")
    .slice(0, 22);
