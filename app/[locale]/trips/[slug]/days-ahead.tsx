import { getTranslations } from "next-intl/server";
import { formatWeekday, type IsoDate } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";

/** The days of a trip whose itinerary is not published yet. */
export async function DaysAhead({ dates, locale }: { dates: IsoDate[]; locale: Locale }) {
  const t = await getTranslations("trip");
  const inItinerary = await getTranslations("itinerary");
  return (
    <section>
      <h2>{t("days")}</h2>
      <ol className="days-ahead">
        {dates.map((date, index) => (
          <li key={date}>
            <strong>{inItinerary("day", { number: index + 1 })}</strong>{" "}
            {formatWeekday(date, locale)}
          </li>
        ))}
      </ol>
      <p className="mt-s4">{t("itineraryAwaited")}</p>
    </section>
  );
}
