import { getTranslations } from "next-intl/server";
import type { ItineraryFacts } from "#domain/itinerary/schema.ts";
import { formatStamp } from "#lib/dates.ts";
import { type Locale, localePath } from "#lib/locales.ts";

type PapersProps = { itinerary: ItineraryFacts | null; slug: string; locale: Locale };

/** What can be taken along: the trip for a calendar, and what can be printed, once there is something. */
export async function Papers({ itinerary, slug, locale }: PapersProps) {
  const t = await getTranslations("trip");
  const inItinerary = await getTranslations("itinerary");
  const inCalendar = await getTranslations("calendar");
  const trip = localePath(locale, `/trips/${slug}`);
  return (
    <section className="papers screen">
      <h2>{t("papers")}</h2>
      <ul className="plain">
        {itinerary ? (
          <>
            <li>
              <a href={`${trip}/itinerary`}>{t("itineraryPage")}</a>
            </li>
            <li>
              <a href={`${trip}/itinerary.pdf`}>{t("itineraryPdf")}</a>
            </li>
          </>
        ) : null}
        <li>
          <a href={`${trip}/calendar.ics`}>{inCalendar("ofTrip")}</a>
        </li>
      </ul>
      {itinerary ? (
        <p className="small">
          {inItinerary("version", {
            number: itinerary.number,
            stamp: formatStamp(new Date(itinerary.publishedAt), locale),
          })}
        </p>
      ) : null}
      {itinerary?.timesIllustrative ? <p className="small">{inItinerary("illustrative")}</p> : null}
    </section>
  );
}
