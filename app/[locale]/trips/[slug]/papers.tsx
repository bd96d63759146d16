import { getTranslations } from "next-intl/server";
import type { ItineraryFacts } from "#domain/itinerary/schema.ts";
import { formatStamp } from "#lib/dates.ts";
import { type Locale, localePath, locales } from "#lib/locales.ts";

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
      {itinerary ? <OtherForms trip={trip} number={itinerary.number} locale={locale} /> : null}
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

type OtherFormsProps = { trip: string; number: number; locale: Locale };

/** How else the itinerary can be printed; folded, since most take the usual one. */
async function OtherForms({ trip, number, locale }: OtherFormsProps) {
  const t = await getTranslations("papers.form");
  const others = locales.filter((one) => one !== locale);
  return (
    <details className="narrowing">
      <summary>{t("others")}</summary>
      <ul className="plain">
        <li>
          <a href={`${trip}/itinerary.pdf?form=large`}>{t("large")}</a>
        </li>
        <li>
          <a href={`${trip}/itinerary.pdf?form=booklet`}>{t("booklet")}</a>
        </li>
        {others.map((one) => (
          <li key={one}>
            <a href={`${trip}/itinerary.pdf?also=${one}`}>{t(`also.${one}`)}</a>
          </li>
        ))}
        {number > 1 ? (
          <li>
            <a href={`${trip}/itinerary.pdf?since=${number - 1}`}>
              {t("marked", { number: number - 1 })}
            </a>
          </li>
        ) : null}
      </ul>
    </details>
  );
}
