import type { Metadata } from "next";
import { isLocale, textIn } from "#lib/locales.ts";
import { MissingPage } from "../../missing-page.tsx";
import { readTrip } from "./read-trip.ts";
import { TripPage } from "./trip-page.tsx";

// A public page: made at its first request, kept until a fact changes (docs/decisions/public-pages.md).
export const dynamic = "force-static";
export const generateStaticParams = () => [];

type Props = PageProps<"/[locale]/trips/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const found = await readTrip(slug);
  if (!found || !isLocale(locale)) return {};
  return {
    title: textIn(locale, found.call.title),
    description: textIn(locale, found.trip.aim).slice(0, 200),
  };
}

export default async function PublicTrip({ params }: Props) {
  const { locale, slug } = await params;
  const found = await readTrip(slug);
  if (!found || !isLocale(locale)) return <MissingPage />;
  return <TripPage {...found} locale={locale} path={`/trips/${slug}`} />;
}
