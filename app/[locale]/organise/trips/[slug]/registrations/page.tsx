import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { registrationsOfTrip } from "#domain/registration/queries.ts";
import { localePath } from "#lib/locales.ts";
import { requireTripToRead } from "../../../own-trip.ts";
import { TripPage } from "../trip-page.tsx";
import { Pages } from "./pages.tsx";
import { readFilter } from "./read-filter.ts";
import { RegistrationTable } from "./registration-table.tsx";
import { SearchForm } from "./search-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.registrations");
  return { title: t("title") };
}

export default async function Registrations({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/trips/[slug]/registrations">) {
  const { locale, actor, trip, path } = await requireTripToRead(params, "/registrations");
  const filter = readFilter(await searchParams);
  const list = await registrationsOfTrip(actor, trip.slug, filter);
  if (!list) notFound();
  const t = await getTranslations("organise.registrations");
  const { taken, waiting, capacity, held } = trip.seats;
  const overview = await getTranslations("organise.list");
  const backForReaders = { href: localePath(locale, "/organise"), label: overview("all") };
  const attendance = localePath(locale, `/organise/trips/${trip.slug}/attendance`);
  const narrowed = Boolean(filter.search || filter.state);
  return (
    <TripPage
      locale={locale}
      trip={trip}
      path={path}
      title={t("title")}
      {...(trip.mayChange ? {} : { back: backForReaders })}
    >
      <p className="lead">
        {t("summary", { taken, waiting })} {t("free", { free: capacity - taken, held })}
      </p>
      {taken + waiting > 0 || narrowed ? <SearchForm filter={filter} /> : null}
      {narrowed ? <p role="status">{t("found", { found: list.found })}</p> : null}
      {list.registrations.length ? (
        <RegistrationTable rows={list.registrations} locale={locale} slug={trip.slug} />
      ) : null}
      {list.found === 0 && !narrowed ? <p>{t("empty")}</p> : null}
      {trip.mayChange ? null : (
        <p className="deeds">
          <a href={attendance}>{overview("attendance")}</a>
        </p>
      )}
      <Pages locale={locale} path={path} filter={filter} page={list.page} found={list.found} />
    </TripPage>
  );
}
