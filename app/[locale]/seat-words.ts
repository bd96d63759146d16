import { getTranslations } from "next-intl/server";
import type { SeatSummary } from "#domain/seat/queries.ts";

/** How many seats are free, as one says it: `Brīvas 11 no 30 vietām`. Kept ones count as free. */
export async function freeSeats({
  free,
  capacity,
}: Pick<SeatSummary, "free" | "capacity">): Promise<string> {
  const t = await getTranslations("trip.seats");
  return t("free", { free, of: t("of", { capacity }) });
}

/** The same for a list, with what somebody who registers now must expect. */
export async function seatsInShort(seats: SeatSummary): Promise<string> {
  const t = await getTranslations("home");
  const words = await freeSeats(seats);
  if (seats.waiting > 0) return t("line", { seats: words, waiting: seats.waiting });
  const keptAlone = seats.free > 0 && seats.freeForAll <= 0;
  return keptAlone ? t("onlyKept", { seats: words }) : words;
}
