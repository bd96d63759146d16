import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { currentActor } from "#app/_server/session.ts";
import { callOf } from "#domain/call/queries.ts";
import { publishedItinerary } from "#domain/itinerary/queries.ts";
import { publishedTrip } from "#domain/trip/queries.ts";
import { isLocale, textIn } from "#lib/locales.ts";
import { TripPage } from "../trip-page.tsx";

type Props = PageProps<"/[locale]/trips/[slug]/invited">;

/** One reading for the page and its title, for whoever asks. */
const read = cache(async (slug: string) => {
  const actor = await currentActor();
  const now = new Date();
  const [call, trip, itinerary] = await Promise.all([
    callOf(actor, slug, now),
    publishedTrip(actor, slug),
    publishedItinerary(actor, slug),
  ]);
  return call && trip && itinerary ? { call, trip, itinerary: itinerary.facts, now } : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const found = await read(slug);
  if (!found || !isLocale(locale)) return {};
  return { title: textIn(locale, found.call.title), robots: { index: false } };
}

/** The page of a trip that is listed nowhere, for the invited and those who are on it. */
export default async function InvitedTrip({ params }: Props) {
  const { locale, slug } = await params;
  const found = await read(slug);
  if (!found || !isLocale(locale)) notFound();
  return <TripPage {...found} locale={locale} path={`/trips/${slug}/invited`} />;
}
