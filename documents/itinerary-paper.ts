import { type StopShape, stopShape, stopWords } from "#domain/itinerary/rules.ts";
import type { DayFacts, ItineraryFacts } from "#domain/itinerary/schema.ts";
import { emblemSvg, euWords } from "#domain/project/rules.ts";
import { formatStamp, formatTimeRange, formatWeekday } from "#lib/dates.ts";
import { type Locale, textIn } from "#lib/locales.ts";

/** What itinerary.typ prints: nothing but words, already in one language. */
export type ItineraryPaper = {
  lang: Locale;
  /** Title of the document, without which a tagged PDF is refused. */
  title: string;
  product: string;
  organiser: string;
  kicker: string;
  heading: string;
  lines: string[];
  days: {
    date: string;
    heading: string;
    where: string;
    items: { kind: StopShape; when: string; heading: string; details: string[] }[];
  }[];
  emptyDay: string;
  continued: string;
  foot: string;
  eu: {
    /** An SVG file. */
    emblem: string;
    emblemWords: string;
    statement: string;
    project: string;
    disclaimer: string;
  } | null;
};

/** The message keys that the paper needs, from the root of the catalogue. */
type Key =
  | "common.product"
  | "eu.emblem"
  | "eu.project"
  | "papers.continued"
  | `itinerary.${"cancelled" | "changes" | "day" | "emptyDay" | "illustrative" | "language" | "mayChange" | "newest" | "title" | "titleOf" | "version"}`;

export type PaperTexts = (key: Key, values?: Record<string, string | number>) => string;

type Circumstances = { locale: Locale; t: PaperTexts; address: string; cancelled: boolean };

/** A published version as its paper. `address`: where the newest version can always be read. */
export function itineraryPaper(facts: ItineraryFacts, given: Circumstances): ItineraryPaper {
  const { locale, t, address, cancelled } = given;
  const heading = textIn(locale, facts.trip.title);
  const organiser = textIn(locale, facts.organiser);
  const stamp = formatStamp(new Date(facts.publishedAt), locale);
  const version = [t("itinerary.title"), t("itinerary.version", { number: facts.number, stamp })];
  const kicker = facts.timesIllustrative ? [...version, t("itinerary.illustrative")] : version;
  return {
    lang: locale,
    title: t("itinerary.titleOf", { trip: heading }),
    product: t("common.product"),
    organiser,
    kicker: kicker.join(" · "),
    heading,
    lines: cancelled ? [t("itinerary.cancelled")] : [],
    days: facts.days.map((day, index) => dayOnPaper(day, index + 1, given)),
    emptyDay: t("itinerary.emptyDay"),
    continued: t("papers.continued"),
    foot: `${version.join(", ")}. ${t("itinerary.mayChange")} ${t("itinerary.newest", { address })}`,
    eu: facts.project && euOnPaper(facts.project, organiser, given),
  };
}

function dayOnPaper(day: DayFacts, number: number, { locale, t }: Circumstances) {
  return {
    date: day.date,
    heading: t("itinerary.day", { number }),
    where: [formatWeekday(day.date, locale), day.places.join(", ")].filter(Boolean).join(" · "),
    items: day.items.map((item) => {
      const { heading, details, languages } = stopWords(item, day, locale);
      const held = languages ? [t("itinerary.language", { languages })] : [];
      const when = formatTimeRange(new Date(item.startsAt), new Date(item.endsAt), locale);
      return { kind: stopShape(item.kind), when, heading, details: [...details, ...held] };
    }),
  };
}

function euOnPaper(
  project: NonNullable<ItineraryFacts["project"]>,
  organiser: string,
  { locale, t }: Circumstances,
) {
  const { programme, ...words } = euWords(project, organiser, locale);
  const { number, shortName: name } = project;
  return {
    ...words,
    emblem: emblemSvg(),
    emblemWords: t("eu.emblem"),
    project: t("eu.project", { programme, number, name }),
  };
}
