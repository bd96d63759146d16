import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { currentActor } from "#app/_server/session.ts";
import { publishedItinerary, versionsOf } from "#domain/itinerary/queries.ts";
import { isLocale, localePath, textIn } from "#lib/locales.ts";
import { VersionPage } from "./version-page.tsx";
import { Versions } from "./versions.tsx";

type Props = PageProps<"/[locale]/trips/[slug]/itinerary">;

/** One reading for the page and its title. */
const read = cache(async (slug: string) => {
  await connection();
  return publishedItinerary(await currentActor(), slug);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const itinerary = await read(slug);
  if (!itinerary || !isLocale(locale)) return {};
  const t = await getTranslations("itinerary");
  return { title: t("titleOf", { trip: textIn(locale, itinerary.trip.title) }) };
}

export default async function ItineraryPage({ params }: Props) {
  const { locale, slug } = await params;
  const itinerary = await read(slug);
  if (!itinerary || !isLocale(locale)) notFound();
  const { facts } = itinerary;
  // The first version has nothing before it: most pages need no second reading.
  const versions = facts && facts.number > 1 ? await versionsOf(await currentActor(), slug) : [];
  return (
    <VersionPage
      locale={locale}
      slug={slug}
      path={`/trips/${slug}/itinerary`}
      itinerary={itinerary}
      facts={facts}
      pdf={localePath(locale, `/trips/${slug}/itinerary.pdf`)}
      after={<Versions versions={versions} slug={slug} locale={locale} />}
    />
  );
}
