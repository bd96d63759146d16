import ical, {
  escape as escaped,
  type ICalCalendarMethod,
  type ICalEventData,
} from "ical-generator";
import { Temporal } from "temporal-polyfill";
import { tzlib_get_ical_block } from "timezones-ical-library";
import type { CalendarEvent, Standing } from "#domain/calendar/rules.ts";
import { inRiga, timeZone } from "#lib/dates.ts";
import { type Locale, localePath, textIn } from "#lib/locales.ts";
import { type CalendarTexts, eventWords } from "./calendar-words.ts";

type Circumstances = {
  locale: Locale;
  t: CalendarTexts;
  /** What the calendar is called where it is subscribed to. */
  name?: string;
  method: "PUBLISH" | "CANCEL";
  /** Of the product, without a slash at its end. */
  home: string;
  /** Who writes for the organiser: an address, or `Name <address>`. */
  from: string;
};

/** Calendars that subscribe are asked to look again so often. */
const refreshedAfter = 4 * 60 * 60;

/**
 * Events as the text of an .ics file (RFC 5545) in one language. It is the same for the same facts, whenever it is
 * made.
 */
export function calendarText(events: readonly CalendarEvent[], given: Circumstances): string {
  const { name, method, locale } = given;
  const calendar = ical({
    prodId: { company: "Pieredze", product: "Pieredze", language: locale },
    method: method as ICalCalendarMethod,
    ttl: refreshedAfter,
    // Unlike the texts of an event, the library writes a name as it is.
    ...(name ? { name: escaped(oneLine(name), false) } : {}),
  });
  for (const event of events) calendar.createEvent(written(event, given));
  return `${withZone(calendar.toString())}\r\n`;
}

/**
 * The library would put the zone before the last properties of the calendar, where RFC 5545, 3.6, allows none any
 * more, and with a zone of its own it would write the moments of DTSTAMP in local time.
 */
function withZone(text: string): string {
  const [zone = ""] = tzlib_get_ical_block(timeZone);
  const lines = zone.trim().split(/\r?\n/).join("\r\n");
  return text.replace(/(?<=\r\n)(?=BEGIN:VEVENT|END:VCALENDAR)/, `${lines}\r\n`);
}

function written(event: CalendarEvent, given: Circumstances): ICalEventData {
  const { locale, home, from } = given;
  const { uid, sequence, revisedAt, standing, trip } = event;
  const { summary, location, description } = eventWords(event, given);
  const organiser = oneLine(textIn(locale, trip.organiser));
  return {
    id: uid,
    sequence,
    stamp: revisedAt,
    lastModified: revisedAt,
    ...timesOf(event.time),
    summary: oneLine(summary),
    ...(location ? { location: oneLine(location) } : {}),
    description: printable(description),
    url: home + localePath(locale, `/trips/${trip.slug}/itinerary`),
    organizer: { name: organiser, email: bareAddress(from) },
    ...statuses[standing],
  } as ICalEventData;
}

const off = { status: "CANCELLED", transparency: "TRANSPARENT" };
const perhaps = { status: "TENTATIVE", busystatus: "TENTATIVE" };

const statuses: Record<Standing, object> = {
  going: { status: "CONFIRMED" },
  waiting: perhaps,
  awaitingSignOff: perhaps,
  withdrawn: off,
  cancelled: off,
  dropped: off,
};

function timesOf(time: CalendarEvent["time"]) {
  if ("date" in time) {
    const start = Temporal.PlainDate.from(time.date);
    return { allDay: true, start, end: start.add({ days: 1 }) };
  }
  const [start, end] = [inRiga(time.from), inRiga(time.to)];
  if (isToldByClock(start) && isToldByClock(end)) return { start, end, timezone: timeZone };
  return { start: start.toInstant(), end: end.toInstant() };
}

/** In October the clocks show an hour twice, and calendars disagree which of the two is meant: that is written in UTC. */
function isToldByClock(moment: Temporal.ZonedDateTime): boolean {
  const shown = moment.toPlainDateTime();
  const [first, second] = (["earlier", "later"] as const).map((disambiguation) =>
    shown.toZonedDateTime(timeZone, { disambiguation }),
  );
  return first?.epochMilliseconds === second?.epochMilliseconds;
}

/** No control character may stand in the text of a property (RFC 5545, 3.3.11). */
const printable = (words: string) =>
  words.replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(/[^\P{Cc}\n]/gu, " ");

const oneLine = (words: string) => printable(words).replaceAll("\n", " ").trim();

/** The bare address of `Name <address>`. */
const bareAddress = (from: string) => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
