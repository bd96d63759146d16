import { getTranslations } from "next-intl/server";
import type { Call } from "#domain/call/queries.ts";
import type { PublishedTrip } from "#domain/trip/queries.ts";
import { formatDeadline, joinList } from "#lib/dates.ts";
import { type Locale, textIn } from "#lib/locales.ts";

/** For whom seats are kept, who waits, and the rule by which seats are given: a sentence each. */
export async function seatSentences(
  { seats }: Call,
  maxima: PublishedTrip["maxima"],
  locale: Locale,
  now: Date,
): Promise<string[]> {
  const t = await getTranslations("trip.seats");
  const { kept, keptFor, releaseAt, waiting, allocationOrder, promotionEndsAt } = seats;
  const keptNames = {
    kept,
    names: joinList(
      keptFor.map(({ name, seats }) => t("keptName", { name: textIn(locale, name), seats })),
      locale,
    ),
  };
  const keptWords = releaseAt
    ? t("keptUntil", { ...keptNames, until: formatDeadline(releaseAt, locale, now) })
    : t("kept", keptNames);
  return [
    ...(kept > 0 ? [keptWords] : []),
    ...(waiting > 0 ? [t("waiting", { waiting })] : []),
    t(`order.${allocationOrder}`),
    t("promotion", { until: formatDeadline(promotionEndsAt, locale, now) }),
    ...[...Map.groupBy(maxima, ({ seats }) => seats)].map(([seats, those]) =>
      t("maximum", {
        seats,
        names: joinList(
          those.map(({ name }) => textIn(locale, name)),
          locale,
        ),
      }),
    ),
  ];
}
