import { getTranslations } from "next-intl/server";
import type { DraftItinerary } from "#domain/itinerary/queries.ts";
import type { OwnTrip } from "#domain/organiser/queries.ts";
import { type ChecklistItem, closingChecklist, openingChecklist } from "#domain/trip/rules.ts";
import { type Locale, localePath } from "#lib/locales.ts";

type ChecklistProps = {
  locale: Locale;
  trip: OwnTrip;
  itinerary: DraftItinerary | null;
  attendance: { present: number }[];
  now: Date;
};

/** Where each point is mended. */
const pageOf: Record<string, string> = {
  days: "facts#dates",
  places: "facts#places",
  deadline: "facts#registrationDeadline",
  quotas: "seats",
  items: "itinerary",
  warnings: "itinerary",
  itinerary: "itinerary#publish",
  over: "attendance",
  attendance: "attendance",
  waiting: "registrations?state=waiting",
};

/** What a draft lacks before it can open, or a published trip before it can be closed. */
export async function Checklist({ locale, trip, itinerary, attendance, now }: ChecklistProps) {
  if (trip.state === "cancelled" || trip.state === "completed") return null;
  const t = await getTranslations("organise.checklist");
  const opening = trip.state === "draft";
  const list = opening ? before(trip, itinerary, now) : after(trip, itinerary, attendance, now);
  const lacking = list.filter(({ done, needed }) => needed && !done).length;
  return (
    <section>
      <h2>{t(opening ? "opening" : "closing")}</h2>
      <p>{t(opening ? "openingSum" : "closingSum", { count: lacking })}</p>
      <ul className="checklist">
        {list.map(({ key, done, needed }) => (
          <li key={key} className={done ? "done" : ""}>
            {done ? (
              <span>{t(`done.${key as "days"}`)}</span>
            ) : (
              <a href={localePath(locale, `/organise/trips/${trip.slug}/${pageOf[key]}`)}>
                {t(`missing.${key as "days"}`)}
              </a>
            )}
            <span className="small"> {done ? "" : t(needed ? "needed" : "advised")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function before(trip: OwnTrip, itinerary: DraftItinerary | null, now: Date): ChecklistItem[] {
  const days = itinerary?.days ?? [];
  const facts = {
    ...trip,
    placeCount: trip.places.length,
    quotas: trip.seats.quotas.filter(({ guaranteed }) => guaranteed > 0).length,
    emptyDays: days.filter(({ items }) => items.length === 0).length,
    openWarnings: (itinerary?.warnings ?? []).filter((one) => one.acceptedNote === null).length,
    itineraryPublished: Boolean(itinerary?.published),
  };
  return openingChecklist(facts, now);
}

function after(
  trip: OwnTrip,
  itinerary: DraftItinerary | null,
  attendance: { present: number }[],
  now: Date,
): ChecklistItem[] {
  const facts = {
    // It is published, or there would be a draft's list.
    publishedAt: trip.registrationOpensAt,
    dates: trip.dates,
    waiting: trip.seats.waiting,
    unmarkedDays: attendance.filter(({ present }) => present === 0).length,
    itineraryPublished: Boolean(itinerary?.published),
  };
  return closingChecklist(facts, now);
}
