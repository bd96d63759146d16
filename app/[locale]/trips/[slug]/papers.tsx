import { getTranslations } from "next-intl/server";
import type { ItineraryFacts } from "#domain/itinerary/schema.ts";
import { formatStamp } from "#lib/dates.ts";
import { type Locale, localePath } from "#lib/locales.ts";

type PapersProps = { itinerary: ItineraryFacts | null; slug: string; locale: Locale };

/** What can be printed, once there is something. */
export async function Papers({ itinerary, slug, locale }: PapersProps) {
  if (!itinerary) return null;
  const t = await getTranslations("trip");
  const inItinerary = await getTranslations("itinerary");
  const address = localePath(locale, `/trips/${slug}/itinerary`);
  const stamp = formatStamp(new Date(itinerary.publishedAt), locale);
  return (
    <section className="papers screen">
      <h2>{t("papers")}</h2>
      <ul className="plain">
        <li>
          <a href={address}>{t("itineraryPage")}</a>
        </li>
        <li>
          <a href={`${address}.pdf`}>{t("itineraryPdf")}</a>
        </li>
      </ul>
      <p className="small">{inItinerary("version", { number: itinerary.number, stamp })}</p>
      {itinerary.timesIllustrative ? <p className="small">{inItinerary("illustrative")}</p> : null}
    </section>
  );
}
