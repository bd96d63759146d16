import { getTranslations } from "next-intl/server";
import type { OwnTrip } from "#domain/organiser/queries.ts";
import { type Locale, localePath } from "#lib/locales.ts";

/** What a draft lacks before its registration can open, each with the place to mend it. */
export async function MissingFacts({ locale, trip }: { locale: Locale; trip: OwnTrip }) {
  const missing = Object.entries(trip.missing);
  if (missing.length === 0) return null;
  const t = await getTranslations("organise");
  return (
    <section>
      <h2>{t("overview.missing")}</h2>
      <ul className="plain">
        {missing.map(([field, problem]) => (
          <li key={field}>
            <a href={localePath(locale, `/organise/trips/${trip.slug}/facts#${field}`)}>
              {t(`problem.${problem as "noDays"}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
