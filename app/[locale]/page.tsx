import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readFacts } from "#app/_server/cached.ts";
import { PageShell } from "#components/page-shell.tsx";
import { publishedTrips } from "#domain/trip/queries.ts";
import { isLocale } from "#lib/locales.ts";
import { FilterForm } from "./filter-form.tsx";
import { TripLists } from "./trip-lists.tsx";

// A public page: made at its first request, kept until a fact changes (docs/decisions/public-pages.md).
export const dynamic = "force-static";
export const generateStaticParams = () => [];

/** All published trips. The same narrowed down is another page, /search. */
export default async function Home({ params }: PageProps<"/[locale]">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { trips, now } = await readFacts(["trips"], async (actor, now) => ({
    trips: await publishedTrips(actor, now),
    now,
  }));
  const t = await getTranslations("home");
  return (
    <PageShell path="/">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      {trips.length ? <FilterForm trips={trips} filter={{}} locale={locale} /> : null}
      {trips.some(({ state }) => state === "open") ? null : (
        <p className="notice">{t("noneOpen")}</p>
      )}
      <TripLists trips={trips} locale={locale} now={now} />
    </PageShell>
  );
}
