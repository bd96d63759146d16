import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { currentActor } from "#app/_server/session.ts";
import { Changes } from "#components/changes.tsx";
import { briefly, difference } from "#domain/difference/rules.ts";
import { publishedItinerary, publishedVersion, versionsOf } from "#domain/itinerary/queries.ts";
import { isLocale, localePath, textIn } from "#lib/locales.ts";
import { VersionPage } from "../../version-page.tsx";
import { Versions } from "../../versions.tsx";

type Props = PageProps<"/[locale]/trips/[slug]/itinerary/versions/[number]">;

const read = cache(async (slug: string, number: string) => {
  await connection();
  if (!/^[1-9]\d{0,5}$/.test(number)) return null;
  const [itinerary, version] = await Promise.all([
    publishedItinerary(await currentActor(), slug),
    publishedVersion(await currentActor(), slug, Number(number)),
  ]);
  return itinerary && version ? { itinerary, ...version } : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, number } = await params;
  const found = await read(slug, number);
  if (!found || !isLocale(locale)) return {};
  const t = await getTranslations("itinerary");
  return {
    title: t("titleOf", { trip: textIn(locale, found.facts.trip.title) }),
    robots: { index: false },
  };
}

/** Any earlier version as it was, and what it changed of the one before. */
export default async function EarlierVersion({ params }: Props) {
  const { locale, slug, number } = await params;
  const found = await read(slug, number);
  if (!found || !isLocale(locale)) notFound();
  const { itinerary, facts, before } = found;
  const t = await getTranslations("itinerary");
  const newest = itinerary.facts?.number ?? facts.number;
  const change = before && difference(before, facts);
  const address = localePath(locale, `/trips/${slug}/itinerary`);
  return (
    <VersionPage
      locale={locale}
      slug={slug}
      path={`/trips/${slug}/itinerary/versions/${number}`}
      itinerary={itinerary}
      facts={facts}
      pdf={`${address}.pdf?version=${number}`}
      before={
        <>
          {newest > facts.number ? (
            <p className="notice">
              {t("older", { number: newest })} <a href={address}>{t("toNewest")}</a>
            </p>
          ) : null}
          {change ? (
            <section>
              <h2>{t("changedSince", { number: facts.number - 1 })}</h2>
              <Changes
                changes={briefly(change)}
                head={Object.keys(change.head).length > 0}
                locale={locale}
              />
            </section>
          ) : null}
        </>
      }
      after={
        <Versions
          versions={await versionsOf(await currentActor(), slug)}
          slug={slug}
          locale={locale}
        />
      }
    />
  );
}
