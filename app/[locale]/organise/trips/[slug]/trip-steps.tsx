import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { DraftItinerary } from "#domain/itinerary/queries.ts";
import type { OwnTrip } from "#domain/organiser/queries.ts";
import { dateInRiga, formatDeadline, formatStamp, formatWeekday } from "#lib/dates.ts";
import { type Locale, localePath } from "#lib/locales.ts";

type TripStepsProps = {
  locale: Locale;
  trip: OwnTrip;
  itinerary: DraftItinerary | null;
  attendance: { date: string; all: number; present: number }[];
  vehicles: number;
};

/** The work on a trip as a line: each stop says how it stands, and leads there. */
export async function TripSteps(props: TripStepsProps) {
  const { locale, trip, itinerary, attendance, vehicles } = props;
  const t = await getTranslations("organise.steps");
  const { seats } = trip;
  const to = (page: string) => localePath(locale, `/organise/trips/${trip.slug}/${page}`);
  const items = itinerary?.days.reduce((sum, day) => sum + day.items.length, 0) ?? 0;
  const today = dateInRiga(new Date());
  const deadline = formatDeadline(trip.registrationDeadline, locale, new Date());
  return (
    <section>
      <h2>{t("title")}</h2>
      <ol className="line steps">
        <Step href={to("facts")} name={t("facts")} done={Object.keys(trip.missing).length === 0}>
          {t("factsNow", { days: trip.dates.length, places: trip.places.length, deadline })}
        </Step>
        <Step href={to("seats")} name={t("seats")} done>
          {t("seatsNow", {
            capacity: seats.capacity,
            held: seats.held,
            order: t(`order.${seats.allocationOrder}`),
          })}
        </Step>
        {trip.invitationOnly ? (
          <Step href={to("invitations")} name={t("invitations")} done={false}>
            {t("invitationsNow")}
          </Step>
        ) : null}
        <Step href={to("itinerary")} name={t("itinerary")} done={Boolean(itinerary?.published)}>
          {t("itineraryNow", {
            number: itinerary?.published?.number ?? 0,
            items,
            changed: String(Boolean(itinerary?.changed)),
            stamp: itinerary?.published ? formatStamp(itinerary.published.publishedAt, locale) : "",
          })}
        </Step>
        <Step href={to("registrations")} name={t("registrations")} done={seats.taken > 0}>
          {t("registrationsNow", { taken: seats.taken, waiting: seats.waiting })}
        </Step>
        <Step href={to("travel")} name={t("travel")} done={vehicles > 0}>
          {t("travelNow", { vehicles })}
        </Step>
        <Step href={to("rooms")} name={t("rooms")} done={false}>
          {t("roomsNow")}
        </Step>
        <Step href={to("questions")} name={t("questions")} done={false}>
          {t("questionsNow")}
        </Step>
        <Step href={to("needs")} name={t("needs")} done={false}>
          {t("needsNow")}
        </Step>
        <Step href={to("papers")} name={t("papers")} done={false}>
          {t("papersNow")}
        </Step>
        <Step
          href={to("attendance")}
          name={t("attendance")}
          done={attendance.some(({ present }) => present > 0)}
        >
          {attendance
            .filter(({ date }) => date <= today)
            .map(({ date, all, present }) =>
              t("attendanceNow", { day: formatWeekday(date, locale), present, all }),
            )
            .join(" ") || t("attendanceLater")}{" "}
          <a href={to("board")}>{t("board")}</a>
        </Step>
      </ol>
    </section>
  );
}

type StepProps = { href: string; name: string; done: boolean; children: ReactNode };

function Step({ href, name, done, children }: StepProps) {
  return (
    <li className={done ? "done" : ""}>
      <span className="stop" />
      <div className="what">
        <h3>
          <a href={href}>{name}</a>
        </h3>
        <p>{children}</p>
      </div>
    </li>
  );
}
