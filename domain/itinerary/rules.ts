import type { AgendaItemKind } from "#domain/agenda/schema.ts";
import type { IsoDate } from "#lib/dates.ts";
import { type Locale, languagesIn, textIn } from "#lib/locales.ts";
import {
  type DayFacts,
  type Draft,
  type ItemFacts,
  type ItineraryContent,
  itineraryContent,
} from "./schema.ts";

/** What would be published: without what is internal, and without the names that have no basis for being public. */
export function contentOfDraft({ days, project, ...draft }: Draft): ItineraryContent {
  return {
    ...draft,
    project: project && { ...project, logos: [] },
    days: days.map(({ date, items }) => ({
      date,
      places: [...new Set(items.flatMap(({ place }) => place ?? []))],
      items: items.map((item) => ({
        id: item.id,
        kind: item.kind,
        startsAt: item.startsAt.toISOString(),
        endsAt: item.endsAt.toISOString(),
        title: item.title,
        note: item.note,
        host: item.host,
        place: item.place,
        ...(item.venue ? { venue: item.venue } : {}),
        ...(item.address ? { address: item.address } : {}),
        ...(item.languages.length ? { languages: item.languages } : {}),
        ...(item.interpretation ? { interpretation: item.interpretation } : {}),
        speakers: item.speakers
          .filter(({ mayBeNamed }) => mayBeNamed)
          .map(({ name, role }) => ({ name, role })),
      })),
    })),
  };
}

/** Whether two itineraries say the same; neither the order of keys nor the ids of items count. */
export function saysTheSame(one: ItineraryContent, other: ItineraryContent): boolean {
  const written = (content: ItineraryContent) =>
    JSON.stringify(itineraryContent.parse(content), (key, value) =>
      key === "id" ? undefined : value,
    );
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
export type StopWords = {
  heading: string;
  details: string[];
  /** Names of the languages in which it is held, where they are said. */
  languages?: string;
};

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
  const where = [host, item.venue ?? "", item.address ?? "", newPlace(item, day)].filter(
    (name) => name && !names(heading, name),
  );
  const note = item.note ? textIn(locale, item.note) : "";
  const details = [about + speakers.join("; "), where.join(", "), note, item.interpretation ?? ""];
  const languages = item.languages?.length
    ? { languages: languagesIn(item.languages, locale) }
    : {};
  return { heading, details: details.filter(Boolean), ...languages };
}

const sentence = (words: string) => (/[.!?…]$/.test(words) ? words : `${words}.`);

function newPlace(item: ItemFacts, day: DayFacts): string {
  const before = day.items[day.items.indexOf(item) - 1];
  return item.place && day.places.length > 1 && item.place !== before?.place ? item.place : "";
}

/** Also in another case: "Jelgavas tipogrāfija" names Jelgava. */
const names = (words: string, place: string) => words.includes(place.slice(0, -1));
