import { addDays, clockInRiga, dateInRiga, type IsoDate, momentInRiga } from "#lib/dates.ts";

/** Days from one date to another; negative when it is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
}

/** The same wall-clock time so many days later, whatever the clocks did in between. */
export function daysLater(at: Date, days: number): Date {
  return momentInRiga(addDays(dateInRiga(at), days), clockInRiga(at));
}

type Quota = { organisationId: string; guaranteed: number; maximum: number | null };

/**
 * Quotas for today's organisations: one that is no more hands its seats to its successor where it has
 * exactly one; those of the others are left out.
 */
export function quotasForToday(
  quotas: readonly (Quota & { ended: boolean; successors: string[] })[],
): Quota[] {
  const kept = new Map<string, Quota>();
  for (const { organisationId, guaranteed, maximum, ended, successors } of quotas) {
    const heir = ended ? (successors.length === 1 ? successors[0] : undefined) : organisationId;
    if (!heir || (guaranteed === 0 && maximum === null)) continue;
    const had = kept.get(heir);
    const both = had && { most: had.maximum, more: had.guaranteed };
    kept.set(heir, {
      organisationId: heir,
      guaranteed: guaranteed + (both?.more ?? 0),
      maximum: both ? sum(both.most, maximum) : maximum,
    });
  }
  return [...kept.values()];
}

/** Without a maximum there is none for the sum either. */
const sum = (one: number | null, other: number | null) =>
  one === null || other === null ? null : one + other;
