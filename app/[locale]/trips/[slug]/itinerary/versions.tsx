import { getTranslations } from "next-intl/server";
import type { VersionLine } from "#domain/itinerary/queries.ts";
import { formatStamp } from "#lib/dates.ts";
import { type Locale, localePath } from "#lib/locales.ts";

type VersionsProps = { versions: readonly VersionLine[]; slug: string; locale: Locale };

/** Every version that was published, with its note; there is nothing to choose while it is one. */
export async function Versions({ versions, slug, locale }: VersionsProps) {
  if (versions.length < 2) return null;
  const t = await getTranslations("itinerary");
  const path = localePath(locale, `/trips/${slug}/itinerary/versions`);
  return (
    <section className="screen" id="versions">
      <h2>{t("versions")}</h2>
      <ul className="plain">
        {versions.map(({ number, note, publishedAt }) => (
          <li key={number}>
            <a href={`${path}/${number}`}>
              {t("version", { number, stamp: formatStamp(publishedAt, locale) })}
            </a>
            : {note}
          </li>
        ))}
      </ul>
    </section>
  );
}
