/** Days before names are frozen on which whoever sent a delegation is reminded of its unnamed places. */
const reminders = [7, 2] as const;

const day = 24 * 60 * 60_000;

/** Which reminder's turn it is, as its days before `namesFrozenAt`; null when it is none's. */
export function reminderDue(namesFrozenAt: Date, now: Date): (typeof reminders)[number] | null {
  const left = namesFrozenAt.getTime() - now.getTime();
  if (left <= 0) return null;
  return reminders.findLast((days) => left <= days * day) ?? null;
}
