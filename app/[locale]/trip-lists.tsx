import { getTranslations } from "next-intl/server";
import type { ListedTrip } from "#domain/trip/queries.ts";
import { sectionOf } from "#domain/trip/rules.ts";
import { dateInRiga, formatDays, formatDeadline } from "#lib/dates.ts";
import { type Locale, localePath, textIn } from "#lib/locales.ts";
import { seatsInShort } from "./seat-words.ts";

type TripListsProps = { trips: ListedTrip[]; locale: Locale; now: Date };

/** Trips that one can register for, those ahead, and those past, the latest first. */
export async function TripLists({ trips, locale, now }: TripListsProps) {
  const today = dateInRiga(now);
  const inSection = Map.groupBy(trips, (trip) => sectionOf(trip, today));
  return (
    <>
      <TripList section="open" trips={inSection.get("open") ?? []} locale={locale} now={now} />
      <TripList section="coming" trips={inSection.get("coming") ?? []} locale={locale} now={now} />
      <TripList
        section="past"
        trips={(inSection.get("past") ?? []).toReversed()}
        locale={locale}
        now={now}
      />
    </>
  );
}

type TripListProps = TripListsProps & { section: "open" | "coming" | "past" };

async function TripList({ section, trips, locale, now }: TripListProps) {
  if (trips.length === 0) return null;
  const t = await getTranslations("home");
  return (
    <section>
      <h2>{t(`section.${section}`)}</h2>
      <ul className="trips">
        {trips.map((trip) => (
          <TripEntry key={trip.slug} trip={trip} section={section} locale={locale} now={now} />
        ))}
      </ul>
    </section>
  );
}

type TripEntryProps = Omit<TripListProps, "trips"> & { trip: ListedTrip };

async function TripEntry({ trip, section, locale, now }: TripEntryProps) {
  const t = await getTranslations("home");
  const { slug, title, dates, places, state, seats, project } = trip;
  return (
    <li>
      <h3>
        <a href={localePath(locale, `/trips/${slug}`)}>{textIn(locale, title)}</a>
      </h3>
      <p className="about">
        <span className="days">{formatDays(dates, locale)}</span>
        <span>{places.join(", ")}</span>
        {section === "past" && project ? (
          <span>{t("project", { number: project.number, name: project.shortName })}</span>
        ) : null}
      </p>
      {section === "past" ? null : (
        <p className="how">
          {state === "open" ? <strong>{await seatsInShort(seats)}</strong> : null}
          <span>{await windowWords(trip, locale, now)}</span>
        </p>
      )}
    </li>
  );
}

async function windowWords(trip: ListedTrip, locale: Locale, now: Date): Promise<string> {
  const t = await getTranslations("home");
  if (trip.state === "cancelled") return t("cancelled");
  if (trip.state === "announced") {
    return t("from", { opens: formatDeadline(trip.registrationOpensAt, locale, now) });
  }
  if (trip.state !== "open") return t("over");
  return t("until", { deadline: formatDeadline(trip.registrationDeadline, locale, now) });
}
