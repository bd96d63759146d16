import type { ItemChange } from "#domain/difference/rules.ts";
import { difference } from "#domain/difference/rules.ts";
import { type StopShape, stopShape, stopWords } from "#domain/itinerary/rules.ts";
import type { DayFacts, ItemFacts, ItineraryFacts } from "#domain/itinerary/schema.ts";
import { formatStamp, formatTimeRange, formatWeekday } from "#lib/dates.ts";
import type { Texts } from "#lib/i18n/catalogue.ts";
import { type Locale, textIn } from "#lib/locales.ts";
import { type CodeOnPaper, codeOnPaper, euOnPaper, type PaperHead } from "./paper-head.ts";

/** On A4 in usual or in large print (16 pt), or as eight pages of A6 on a sheet to be folded. */
export const itineraryForms = ["a4", "large", "booklet"] as const;

export type ItineraryForm = (typeof itineraryForms)[number];

/** What itinerary.typ and booklet.typ print. */
export type ItineraryPaper = PaperHead & {
  form: ItineraryForm;
  /** Leads to the newest version. */
  code: CodeOnPaper;
  kicker: string;
  heading: string;
  lines: string[];
  days: {
    date: string;
    heading: string;
    where: string;
    items: StopOnPaper[];
  }[];
  /** What was there in the version since which changes are marked, and is no more. */
  removed: string[];
  emptyDay: string;
  continued: string;
  personal: PersonalOnPaper | null;
  /** The same in a second language, to stand beside it. */
  also: ItineraryPaper | null;
};

type StopOnPaper = {
  kind: StopShape;
  when: string;
  heading: string;
  details: string[];
  /** New or changed since the version that the reader has. */
  change: string | null;
};

/** What concerns the reader alone: a heading, facts with their names, and the code by which a roll call knows one. */
export type PersonalOnPaper = {
  heading: string;
  code: CodeOnPaper;
  typed: string;
  facts: { label: string; value: string }[];
};

export type ItineraryCircumstances = {
  locale: Locale;
  t: Texts;
  form?: ItineraryForm;
  /** Where the newest version can always be read. */
  address: string;
  cancelled: boolean;
  printedAt: Date;
  /** The version that the reader has already: what is another since is marked. */
  since?: ItineraryFacts | null;
  personal?: PersonalOnPaper | null;
};

/** A published version as its paper. */
export function itineraryPaper(
  facts: ItineraryFacts,
  given: ItineraryCircumstances,
): ItineraryPaper {
  const { locale, t, address, cancelled, printedAt, since = null } = given;
  const heading = textIn(locale, facts.trip.title);
  const organiser = textIn(locale, facts.organiser);
  const stamp = formatStamp(new Date(facts.publishedAt), locale);
  const version = [t("itinerary.title"), t("itinerary.version", { number: facts.number, stamp })];
  const kicker = facts.timesIllustrative ? [...version, t("itinerary.illustrative")] : version;
  const changes = since ? difference(since, facts).items : [];
  const marked = new Map(
    changes.flatMap((one) => (one.kind === "removed" ? [] : [[one.after.item, one]])),
  );
  const lines = [
    cancelled ? t("itinerary.cancelled") : "",
    since
      ? t("papers.since", { number: since.number, changed: changes.length > 0 ? "yes" : "no" })
      : "",
  ];
  const printed = t("papers.printed", { stamp: formatStamp(printedAt, locale) });
  return {
    lang: locale,
    title: t("itinerary.titleOf", { trip: heading }),
    form: given.form ?? "a4",
    code: codeOnPaper(address, t("papers.code", { address })),
    product: t("common.product"),
    organiser,
    kicker: kicker.join(" · "),
    heading,
    lines: lines.filter(Boolean),
    days: facts.days.map((day, index) => dayOnPaper(day, index + 1, given, marked)),
    removed: removedWords(changes, given),
    emptyDay: t("itinerary.emptyDay"),
    continued: t("papers.continued"),
    foot: `${version.join(", ")}. ${printed} ${t("itinerary.mayChange")} ${t("itinerary.newest", { address })}`,
    eu: euOnPaper(facts.project, organiser, given),
    personal: given.personal ?? null,
    also: null,
  };
}

/** One paper of two languages, side by side. */
export const sideBySide = (first: ItineraryPaper, second: ItineraryPaper): ItineraryPaper => ({
  ...first,
  also: second,
});

type Changed = Exclude<ItemChange, { kind: "removed" }>;

function dayOnPaper(
  day: DayFacts,
  number: number,
  { locale, t }: ItineraryCircumstances,
  marked: Map<ItemFacts, Changed>,
) {
  return {
    date: day.date,
    heading: t("itinerary.day", { number }),
    where: [formatWeekday(day.date, locale), day.places.join(", ")].filter(Boolean).join(" · "),
    items: day.items.map((item) => {
      const { heading, details, languages } = stopWords(item, day, locale);
      const held = languages ? [t("itinerary.language", { languages })] : [];
      const when = formatTimeRange(new Date(item.startsAt), new Date(item.endsAt), locale);
      const change = marked.get(item);
      const words = {
        heading,
        details: [...details, ...held],
        change: change ? changeWords(change, t) : null,
      };
      return { kind: stopShape(item.kind), when, ...words };
    }),
  };
}

/** "jauns", or what of it is another. */
function changeWords(change: Changed, t: Texts): string {
  if (change.kind === "added") return t("papers.added");
  const fields = change.fields.map((field) =>
    field === "startsAt" || field === "endsAt" ? t("papers.time") : t(`itinerary.field.${field}`),
  );
  const all = change.day ? [t("papers.day"), ...fields] : fields;
  return t("papers.changed", { what: [...new Set(all)].join(", ") });
}

function removedWords(changes: readonly ItemChange[], { locale, t }: ItineraryCircumstances) {
  return changes.flatMap((change) => {
    if (change.kind !== "removed") return [];
    const { item, date } = change.before;
    const when = `${formatWeekday(date, locale)}, ${formatTimeRange(new Date(item.startsAt), new Date(item.endsAt), locale)}`;
    return [t("papers.removed", { what: textIn(locale, item.title), when })];
  });
}
