import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { attendanceDays } from "#domain/attendance/queries.ts";
import { draftItinerary } from "#domain/itinerary/queries.ts";
import { travelOfTrip } from "#domain/travel/queries.ts";
import { formatDays } from "#lib/dates.ts";
import { type Locale, localePath, textIn } from "#lib/locales.ts";
import { requireOwnTrip } from "../../own-trip.ts";
import { Checklist } from "./checklist.tsx";
import { TripDeeds } from "./trip-deeds.tsx";
import { TripFile } from "./trip-file.tsx";
import { TripPage } from "./trip-page.tsx";
import { TripSteps } from "./trip-steps.tsx";

export async function generateMetadata({
  params,
}: PageProps<"/[locale]/organise/trips/[slug]">): Promise<Metadata> {
  const { trip, locale } = await requireOwnTrip(params);
  return { title: textIn(locale, trip.title) };
}

const done = [
  "created",
  "copied",
  "imported",
  "importedAgain",
  "importedWithoutSheets",
  "facts",
  "seats",
  "published",
  "cancelled",
  "completed",
] as const;

export default async function TripOverview({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/trips/[slug]">) {
  const { locale, actor, trip, path, now } = await requireOwnTrip(params);
  const t = await getTranslations("organise");
  const [itinerary, attendance, travel, asked] = await Promise.all([
    draftItinerary(actor, trip.slug),
    attendanceDays(actor, trip.slug, now),
    travelOfTrip(actor, trip.tripId),
    searchParams,
  ]);
  const notice = done.find((one) => one === asked.done);
  return (
    <TripPage
      locale={locale}
      trip={trip}
      path={path}
      title={textIn(locale, trip.title)}
      notice={notice && t(`done.${notice}`)}
      back={{ href: localePath(locale, "/organise"), label: t("list.title") }}
    >
      <p className="lead">
        {t(`overview.${trip.state}`, { days: daysOf(trip.dates, locale) })}
        {trip.cancelReason ? ` ${textIn(locale, trip.cancelReason)}` : ""}
      </p>
      <Checklist
        locale={locale}
        trip={trip}
        itinerary={itinerary}
        attendance={attendance?.days ?? []}
        now={now}
      />
      <TripDeeds locale={locale} trip={trip} />
      <TripFile locale={locale} actor={actor} slug={trip.slug} />
      <TripSteps
        locale={locale}
        trip={trip}
        itinerary={itinerary}
        attendance={attendance?.days ?? []}
        vehicles={travel?.vehicles.length ?? 0}
      />
    </TripPage>
  );
}

const daysOf = (dates: string[], locale: Locale) =>
  dates.length ? formatDays(dates, locale) : "–";
