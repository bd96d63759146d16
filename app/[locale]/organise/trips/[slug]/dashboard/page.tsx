import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { attendanceDays } from "#domain/attendance/queries.ts";
import { tripActivity } from "#domain/dashboard/queries.ts";
import { type Decision, decisions, growth, seatBars } from "#domain/dashboard/rules.ts";
import { draftItinerary } from "#domain/itinerary/queries.ts";
import { localePath } from "#lib/locales.ts";
import { requireOwnTrip } from "../../../own-trip.ts";
import { TripPage } from "../trip-page.tsx";
import { GrowthChart } from "./growth-chart.tsx";
import { SeatChart } from "./seat-chart.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.dashboard");
  return { title: t("title") };
}

/** Where each decision is taken. */
const pageOf: Record<Decision, string> = {
  unmarkedDay: "attendance",
  waitingWithFreeSeats: "registrations?state=waiting",
  deadlineSoon: "facts#registrationDeadline",
  releaseSoon: "seats",
  failedMails: "registrations",
  warnings: "itinerary",
  unpublishedChanges: "itinerary#publish",
};

/** How a trip stands: what needs a decision, seats by municipality, registrations over time. */
export default async function Dashboard({
  params,
}: PageProps<"/[locale]/organise/trips/[slug]/dashboard">) {
  const { locale, actor, trip, path, now } = await requireOwnTrip(params, "/dashboard");
  const [activity, itinerary, attendance] = await Promise.all([
    tripActivity(actor, trip.tripId),
    draftItinerary(actor, trip.slug),
    attendanceDays(actor, trip.slug, now),
  ]);
  if (!activity) notFound();
  const t = await getTranslations("organise.dashboard");
  const seats = await getTranslations("organise.seats");
  const over = trip.state === "cancelled" || trip.state === "completed";
  const needed = over
    ? []
    : decisions(
        {
          ...trip,
          ...trip.seats,
          draftChanged: Boolean(itinerary?.published && itinerary.changed),
          openWarnings: (itinerary?.warnings ?? []).filter((one) => one.acceptedNote === null)
            .length,
          failedMails: activity.failedMails,
          unmarked: (attendance?.days ?? []).flatMap(({ date, all, present, absent }) =>
            all > 0 && present + absent === 0 ? [date] : [],
          ),
        },
        now,
      );
  const line = growth(activity.days);
  return (
    <TripPage locale={locale} trip={trip} path={path} title={t("title")}>
      <p className="lead">
        {seats("summary", {
          taken: trip.seats.taken,
          capacity: trip.seats.capacity,
          waiting: trip.seats.waiting,
        })}
      </p>
      <section>
        <h2>{t("decisions")}</h2>
        {needed.length === 0 ? <p>{t("nothing")}</p> : null}
        <ul className="plain">
          {needed.map((one) => (
            <li key={one}>
              <a href={localePath(locale, `/organise/trips/${trip.slug}/${pageOf[one]}`)}>
                {t(`decision.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <SeatChart
        bars={seatBars(trip.seats.quotas, trip.seats.released)}
        quotas={trip.seats.quotas}
      />
      {line.length ? <GrowthChart line={line} locale={locale} /> : null}
    </TripPage>
  );
}
