import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageShell } from "#components/page-shell.tsx";
import { publicActor } from "#domain/actor/queries.ts";
import { publishedTrips } from "#domain/trip/queries.ts";
import { matches, type TripFilter } from "#domain/trip/rules.ts";
import { isLocale, localePath } from "#lib/locales.ts";
import { FilterForm } from "../filter-form.tsx";
import { TripLists } from "../trip-lists.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("titleFound"), robots: "noindex" };
}

/** The list of trips narrowed down; `/?topic=culture` leads here (next.config.ts). */
export default async function Search({ params, searchParams }: PageProps<"/[locale]/search">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const filter = readFilter(await searchParams);
  const asked = new URLSearchParams(filter).toString();
  const now = new Date();
  const trips = await publishedTrips(publicActor, now);
  const found = trips.filter((trip) => matches(trip, filter));
  const t = await getTranslations("home");
  return (
    <PageShell path={asked ? `/?${asked}` : "/"}>
      <h1>{t("title")}</h1>
      <FilterForm trips={trips} filter={filter} locale={locale} />
      <p className="found" role="status">
        {t("found", { count: found.length })}{" "}
        <a href={localePath(locale, "/")}>{t("filter.all")}</a>
      </p>
      <TripLists trips={found} locale={locale} now={now} />
    </PageShell>
  );
}

function readFilter(query: Record<string, string | string[] | undefined>): TripFilter {
  const filter: TripFilter = {};
  for (const name of ["topic", "region", "project"] as const) {
    const value = query[name];
    if (typeof value === "string" && value) filter[name] = value;
  }
  return filter;
}
