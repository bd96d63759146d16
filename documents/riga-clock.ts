import { inRiga } from "#lib/dates.ts";

type Clock = (at: Date) => Date;

const hour = 3_600_000;

/**
 * Turns a moment into what the clocks in Riga showed, as if that were UTC: tables know no time zones. The
 * difference is asked for once an hour of the calendar, since it changes on the hour.
 */
export function rigaClock(): Clock {
  const offsets = new Map<number, number>();
  return (at) => {
    const bucket = Math.floor(at.getTime() / hour);
    const offset = offsets.get(bucket) ?? inRiga(at).offsetNanoseconds / 1_000_000;
    offsets.set(bucket, offset);
    return new Date(Math.floor((at.getTime() + offset) / 1_000) * 1_000);
  };
}
