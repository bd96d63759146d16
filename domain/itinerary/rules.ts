import { addDays, type IsoDate, momentInRiga } from "#lib/dates.ts";
import { type Locale, textIn } from "#lib/locales.ts";
import {
  type AgendaItemKind,
  type DayFacts,
  type Draft,
  type ItemFacts,
  type ItineraryContent,
  itineraryContent,
} from "./schema.ts";

/** What may run past midnight: a night's lodging, and a journey. */
const overnightKinds: readonly AgendaItemKind[] = ["lodging", "travel"];

export type ItemTimes = { startsAt: Date; endsAt: Date };

type TimesVerdict =
  | ({ ok: true } & ItemTimes)
  | { ok: false; reason: "noDuration" | "pastMidnight" };

/**
 * When an item begins and ends. An end that is earlier on the clock than the start means the next day,
 * which only lodging and travel may reach.
 */
export function timesOfItem(item: {
  date: IsoDate;
  kind: AgendaItemKind;
  starts: string;
  ends: string;
}): TimesVerdict {
  const { date, kind, starts, ends } = item;
  if (starts === ends) return { ok: false, reason: "noDuration" };
  if (ends < starts && !overnightKinds.includes(kind)) return { ok: false, reason: "pastMidnight" };
  const startsAt = momentInRiga(date, starts);
  const endsAt = momentInRiga(ends < starts ? addDays(date, 1) : date, ends);
  // In the hour that the change to summer time skips, two clock times can be one moment.
  if (startsAt >= endsAt) return { ok: false, reason: "noDuration" };
  return { ok: true, startsAt, endsAt };
}

export type Placed = ItemTimes & { id: string; position: number; kind: AgendaItemKind };

/** The order of a day: by start, then as the organiser put those that begin together. */
export function inOrder<Item extends { startsAt: Date; position: number }>(
  items: readonly Item[],
): Item[] {
  return [...items].sort(
    (one, other) =>
      one.startsAt.getTime() - other.startsAt.getTime() || one.position - other.position,
  );
}

/** Where an item stands among those that begin together: where it was, or behind all others of the day. */
export function positionOn(day: { items: readonly Placed[] }, itemId?: string): number {
  const before = day.items.find(({ id }) => id === itemId);
  return before?.position ?? Math.max(0, ...day.items.map(({ position }) => position)) + 1;
}

type SwapVerdict =
  | { ok: true; changes: Placed[] }
  | { ok: false; reason: "first" | "last" | "overlap" | "pastMidnight" };

/**
 * Moves an item of the day before (or after) its neighbour. The two trade places in time: each keeps its
 * length and the pause between them stays. Items that begin together only trade their order.
 */
export function swapWithNeighbour(
  day: { date: IsoDate; items: readonly Placed[] },
  itemId: string,
  direction: "earlier" | "later",
): SwapVerdict {
  const items = inOrder(day.items);
  const at = items.findIndex(({ id }) => id === itemId) - (direction === "earlier" ? 1 : 0);
  const [first, second] = [items[at], items[at + 1]];
  if (!first) return { ok: false, reason: "first" };
  if (!second) return { ok: false, reason: "last" };
  if (first.startsAt.getTime() === second.startsAt.getTime()) {
    const changes = [
      { ...second, position: first.position },
      { ...first, position: second.position },
    ];
    return { ok: true, changes };
  }
  if (second.startsAt < first.endsAt) return { ok: false, reason: "overlap" };
  const changes = [startingAt(second, first.startsAt), endingAt(first, second.endsAt)];
  const midnight = momentInRiga(addDays(day.date, 1), "00:00");
  const tooLate = changes.some(
    ({ kind, startsAt, endsAt }) =>
      startsAt >= midnight || (endsAt > midnight && !overnightKinds.includes(kind)),
  );
  return tooLate ? { ok: false, reason: "pastMidnight" } : { ok: true, changes };
}

const length = ({ startsAt, endsAt }: ItemTimes) => endsAt.getTime() - startsAt.getTime();

function startingAt(item: Placed, startsAt: Date): Placed {
  return { ...item, startsAt, endsAt: new Date(startsAt.getTime() + length(item)) };
}

function endingAt(item: Placed, endsAt: Date): Placed {
  return { ...item, startsAt: new Date(endsAt.getTime() - length(item)), endsAt };
}

/** What would be published: without ids, and without the names that have no basis for being public. */
export function contentOfDraft({ days, ...draft }: Draft): ItineraryContent {
  return {
    ...draft,
    days: days.map(({ date, items }) => ({
      date,
      places: [...new Set(items.flatMap(({ place }) => place ?? []))],
      items: items.map((item) => ({
        kind: item.kind,
        startsAt: item.startsAt.toISOString(),
        endsAt: item.endsAt.toISOString(),
        title: item.title,
        note: item.note,
        host: item.host,
        place: item.place,
        speakers: item.speakers
          .filter(({ mayBeNamed }) => mayBeNamed)
          .map(({ name, role }) => ({ name, role })),
      })),
    })),
  };
}

/** Whether two itineraries say the same; the order of keys in the database does not count. */
export function saysTheSame(one: ItineraryContent, other: ItineraryContent): boolean {
  const written = (content: ItineraryContent) => JSON.stringify(itineraryContent.parse(content));
  return written(one) === written(other);
}

/** People are told of a new version until the trip's last day is over. */
export function worthTelling(content: ItineraryContent, today: IsoDate): boolean {
  return content.days.some(({ date }) => date >= today);
}

export type StopShape = "visit" | "travel" | "other";

/** How a stop is drawn: visits filled, travel as a dashed line, the rest hollow. */
export function stopShape(kind: AgendaItemKind): StopShape {
  return kind === "visit" || kind === "travel" ? kind : "other";
}

/** Words of one stop of the line, the same on every page and paper. */
export type StopWords = { heading: string; details: string[] };

/**
 * A visit is named after its host, and its title says what about; everything else after its title.
 * Speakers stand beside the topic. A place is named where the day has more than one and it is a new one.
 */
export function stopWords(item: ItemFacts, day: DayFacts, locale: Locale): StopWords {
  const title = textIn(locale, item.title);
  const host = item.host ? textIn(locale, item.host) : "";
  const namedAfterHost = Boolean(host) && (item.kind === "visit" || item.kind === "talk");
  const heading = namedAfterHost ? host : title;
  const topic = heading === title ? "" : title;
  const speakers = item.speakers.map(({ name, role }) => `${name}, ${textIn(locale, role)}`);
  const about = topic && speakers.length ? `${sentence(topic)} ` : topic;
  const where = [host, newPlace(item, day)].filter((name) => name && !names(heading, name));
  const note = item.note ? textIn(locale, item.note) : "";
  const details = [about + speakers.join("; "), where.join(", "), note];
  return { heading, details: details.filter(Boolean) };
}

const sentence = (words: string) => (/[.!?…]$/.test(words) ? words : `${words}.`);

function newPlace(item: ItemFacts, day: DayFacts): string {
  const before = day.items[day.items.indexOf(item) - 1];
  return item.place && day.places.length > 1 && item.place !== before?.place ? item.place : "";
}

/** Also in another case: "Jelgavas tipogrāfija" names Jelgava. */
const names = (words: string, place: string) => words.includes(place.slice(0, -1));
