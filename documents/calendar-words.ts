import type { CalendarEvent, Standing } from "#domain/calendar/rules.ts";
import { stopWords } from "#domain/itinerary/rules.ts";
import type { DayFacts } from "#domain/itinerary/schema.ts";
import { euWords } from "#domain/project/rules.ts";
import { formatStamp, formatTimeRange } from "#lib/dates.ts";
import { type Locale, localePath, textIn } from "#lib/locales.ts";

/** The message keys that a calendar needs, from the root of the catalogue. */
type Key =
  | "calendar.own"
  | "calendar.pickup"
  | "calendar.standing.dropped"
  | "calendar.standing.waiting"
  | "eu.project"
  | "mail.organiser"
  | `itinerary.${"day" | "emptyDay" | "illustrative" | "language" | "newest" | "title" | "version"}`
  | `registration.state.${"awaitingSignOff" | "cancelled" | "withdrawn"}`
  | "trip.cancelled"
  | "trip.itineraryAwaited";

export type CalendarTexts = (key: Key, values?: Record<string, string | number>) => string;

type Circumstances = {
  locale: Locale;
  t: CalendarTexts;
  /** Of the product, without a slash at its end. */
  home: string;
};

/** What a calendar shows of an event: many show the summary alone, so that it says how the event stands. */
export function eventWords(event: CalendarEvent, given: Circumstances) {
  const { locale, t } = given;
  const title = textIn(locale, event.trip.title);
  const standing = standingKeys[event.standing];
  const what =
    event.kind === "pickup" ? t("calendar.pickup", { trip: title }) : titleOfDay(event, title, t);
  return {
    summary: standing ? `${t(standing)}: ${what}` : what,
    location: locationOf(event),
    description: [programmeOf(event, given), footOf(event, given)].filter(Boolean).join("\n\n"),
  };
}

const standingKeys: Record<Standing, Key | null> = {
  going: null,
  waiting: "calendar.standing.waiting",
  awaitingSignOff: "registration.state.awaitingSignOff",
  withdrawn: "registration.state.withdrawn",
  cancelled: "registration.state.cancelled",
  dropped: "calendar.standing.dropped",
};

const titleOfDay = (
  { number }: CalendarEvent & { kind: "day" },
  title: string,
  t: CalendarTexts,
) => (number === null ? title : `${title}, ${t("itinerary.day", { number })}`);

function locationOf(event: CalendarEvent): string {
  if (event.kind === "pickup") {
    return [event.pickup.place, event.pickup.spot].filter(Boolean).join(", ");
  }
  const places = event.day?.places.length ? event.day.places : event.trip.places;
  return places.join(", ");
}

/** What is said of the day, a stop a line; of a pick-up there is no more to say. */
function programmeOf(event: CalendarEvent, { locale, t }: Circumstances): string {
  const { cancelledAt, cancelReason } = event.trip;
  if (cancelledAt) {
    return t("trip.cancelled", { reason: cancelReason ? textIn(locale, cancelReason) : "" }).trim();
  }
  if (event.kind === "pickup" || event.standing === "dropped") return "";
  if (!event.day) return t("trip.itineraryAwaited");
  if (event.day.items.length === 0) return t("itinerary.emptyDay");
  return stopLines(event.day, locale, t).join("\n");
}

function stopLines(day: DayFacts, locale: Locale, t: CalendarTexts): string[] {
  return day.items.map((item) => {
    const { heading, details, languages } = stopWords(item, day, locale);
    const when = formatTimeRange(new Date(item.startsAt), new Date(item.endsAt), locale);
    const held = languages ? [t("itinerary.language", { languages })] : [];
    const more = [...details, ...held].join("; ");
    return more ? `${when} ${heading} (${more})` : `${when} ${heading}`;
  });
}

/** Which version it is, where the newest one stands, who organises and who pays. */
function footOf({ trip, registrationId }: CalendarEvent, { locale, t, home }: Circumstances) {
  const { itinerary, project, slug } = trip;
  const organiser = textIn(locale, trip.organiser);
  const at = (page: string) => home + localePath(locale, `/trips/${slug}/${page}`);
  const version = itinerary
    ? [
        t("itinerary.title"),
        t("itinerary.version", {
          number: itinerary.number,
          stamp: formatStamp(new Date(itinerary.publishedAt), locale),
        }),
        ...(itinerary.timesIllustrative ? [t("itinerary.illustrative")] : []),
      ].join(", ")
    : "";
  const lines = [
    version,
    itinerary
      ? t("itinerary.newest", { address: at("itinerary") })
      : `${t("itinerary.title")}: ${at("itinerary")}`,
    registrationId ? t("calendar.own", { address: at("registration") }) : "",
    t("mail.organiser", { organiser }),
  ];
  return [lines.filter(Boolean).join("\n"), project ? euLines(project, organiser, locale, t) : ""]
    .filter(Boolean)
    .join("\n\n");
}

function euLines(
  project: NonNullable<CalendarEvent["trip"]["project"]>,
  organiser: string,
  locale: Locale,
  t: CalendarTexts,
): string {
  const { statement, programme, disclaimer } = euWords(project, organiser, locale);
  const { number, shortName: name } = project;
  return [statement, t("eu.project", { programme, number, name }), disclaimer].join("\n");
}
