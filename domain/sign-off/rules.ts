/** A reminder goes after this many hours of waiting, or after half of a shorter hold. */
const remindAfterHours = 24;

/** When a municipality that has not answered is reminded of a registration that holds a seat until `dueAt`. */
export function reminderAt(dueAt: Date, signOffHours: number): Date {
  const waited = Math.min(remindAfterHours, signOffHours / 2);
  return new Date(dueAt.getTime() - (signOffHours - waited) * 3_600_000);
}
