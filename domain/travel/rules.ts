import { addDays, dateInRiga, type IsoDate, momentInRiga } from "#lib/dates.ts";

type Going = {
  confirmedAt: Date | null;
  withdrawnAt: Date | null;
  organisationId: string;
};

/** Why somebody cannot get on at a stop; null when it can be chosen. */
export function boardingRefusal(
  person: Going,
  stop: { organisationId: string | null; free: number },
  trip: { dates: readonly IsoDate[]; cancelledAt: Date | null; completedAt: Date | null },
  { now, byOrganiser }: { now: Date; byOrganiser: boolean },
): "notGoing" | "tripOver" | "begun" | "otherMunicipality" | "vehicleFull" | null {
  if (person.withdrawnAt || !person.confirmedAt) return "notGoing";
  if (trip.cancelledAt || trip.completedAt) return "tripOver";
  if (!byOrganiser && hasBegun(trip.dates, now)) return "begun";
  const others = stop.organisationId !== null && stop.organisationId !== person.organisationId;
  if (others && !byOrganiser) return "otherMunicipality";
  return stop.free > 0 ? null : "vehicleFull";
}

/** From the first midnight of the trip on only its organiser changes where people get on. */
export function hasBegun(dates: readonly IsoDate[], now: Date): boolean {
  const [first] = [...dates].sort();
  return first !== undefined && now >= momentInRiga(first, "00:00");
}

/** The driver's phone is shown to those who get on from the day before the trip to the day after it. */
export function showsDriver(dates: readonly IsoDate[], now: Date): boolean {
  const sorted = [...dates].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  const today = dateInRiga(now);
  return Boolean(first && last && addDays(first, -1) <= today && today <= addDays(last, 1));
}
