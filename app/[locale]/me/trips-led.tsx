import { getTranslations } from "next-intl/server";
import type { RunningTrip } from "#domain/attendance/queries.ts";
import { formatDays } from "#lib/dates.ts";
import { type Locale, localePath, textIn } from "#lib/locales.ts";

type TripsLedProps = { trips: RunningTrip[]; locale: Locale };

/** Trips under way that one leads: the title leads to the list of who is there. */
export async function TripsLed({ trips, locale }: TripsLedProps) {
  if (trips.length === 0) return null;
  const t = await getTranslations("me");
  return (
    <section>
      <h2>{t("led")}</h2>
      <ul className="entries">
        {trips.map(({ slug, title, dates }) => (
          <li key={slug}>
            <h3>
              <a href={localePath(locale, `/organise/trips/${slug}/attendance`)}>
                {t("rollCall", { trip: textIn(locale, title) })}
              </a>
            </h3>
            <p>{formatDays(dates, locale)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
