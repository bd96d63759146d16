import { type Compared, differenceOf } from "#domain/signature/rules.ts";
import type { IsoDate } from "#lib/dates.ts";

export type LockRefusal = "dayNotYet" | "unmarked" | "notCompared" | "differences";

/**
 * Why a day cannot be locked, with how many people that is about; null when it can. Where a sheet came back, every
 * person was looked up on it and each difference is explained; without a sheet, everybody has a mark.
 */
export function lockRefusal(
  day: { date: IsoDate; today: IsoDate; sheets: number },
  people: readonly Compared[],
): { reason: LockRefusal; people: number } | null {
  if (day.date > day.today) return { reason: "dayNotYet", people: 0 };
  const first = (reason: LockRefusal, open: (one: Compared) => boolean) => {
    const found = people.filter(open).length;
    return found > 0 ? { reason, people: found } : null;
  };
  if (day.sheets === 0) return first("unmarked", ({ state }) => state === "unmarked");
  return (
    first("notCompared", ({ signed }) => signed === null) ??
    first("differences", (one) => differenceOf(one) !== null && one.explanation === null)
  );
}
