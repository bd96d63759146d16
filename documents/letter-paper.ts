import { stopWords } from "#domain/itinerary/rules.ts";
import type { DayFacts } from "#domain/itinerary/schema.ts";
import type { InvitationFacts } from "#domain/letter/schema.ts";
import { filled, paragraphsOf } from "#domain/wording/rules.ts";
import type { WordingTexts } from "#domain/wording/schema.ts";
import {
  dateInRiga,
  formatDays,
  formatDayTime,
  formatTimeRange,
  formatWeekday,
} from "#lib/dates.ts";
import { type Texts, textsIn } from "#lib/i18n/catalogue.ts";
import { type Locale, textIn } from "#lib/locales.ts";
import { type EuOnPaper, euOnPaper, type PaperHead } from "./paper-head.ts";

/** What letter.typ prints: one letter after the other, each in the language of whom it is for. */
export type LetterPaper = PaperHead & { letters: LetterOnPaper[] };

export type LetterOnPaper = {
  lang: Locale;
  organiser: string;
  date: string;
  to: string[];
  heading: string;
  paragraphs: string[];
  facts: { label: string; value: string }[];
  programme: {
    heading: string;
    heads: string[];
    days: { heading: string; rows: [when: string, what: string][] }[];
  };
  contact: string;
  signature: string[];
  eu: EuOnPaper | null;
};

/** Invitations for an employer, in the language of the document; each letter is in its person's. */
export function invitationPaper(
  invitations: readonly InvitationFacts[],
  locale: Locale,
  letterOf: (one: InvitationFacts) => LetterOnPaper,
): LetterPaper {
  const t = textsIn(locale);
  const organiser = invitations[0] ? textIn(locale, invitations[0].trip.organiser) : "";
  return {
    lang: locale,
    title: t("papers.invitation.documentTitle", {
      trip: invitations[0] ? textIn(locale, invitations[0].trip.title) : "",
    }),
    product: t("common.product"),
    organiser,
    foot: organiser,
    eu: null,
    letters: invitations.map(letterOf),
  };
}

/** The letter of one invitation. `wording`: the organiser's own words, where there are any. */
export function invitationLetter(
  facts: InvitationFacts,
  wording: WordingTexts,
  printedAt: Date,
): LetterOnPaper {
  const { locale, trip, person } = facts;
  const t = textsIn(locale);
  const organiser = textIn(locale, trip.organiser);
  const text = wording[locale] ?? t.raw("papers.invitation.body");
  return {
    lang: locale,
    organiser,
    date: formatDays([dateInRiga(printedAt)], locale),
    to: [person.institution ?? "", person.authority ?? person.organisation].filter(Boolean),
    heading: t("papers.invitation.heading"),
    paragraphs: paragraphsOf(filled(text, invitationFields(facts))),
    facts: factLines(facts, t),
    programme: {
      heading: [
        t("papers.invitation.programme"),
        ...(facts.timesIllustrative ? [t("itinerary.illustrative")] : []),
      ].join(" · "),
      heads: [t("papers.column.time"), t("papers.column.what")],
      days: facts.days.map((day, index) => programmeDay(day, index + 1, locale, t)),
    },
    contact: facts.contact ? t("papers.invitation.contact", { contact: facts.contact }) : "",
    signature: [organiser, t("papers.invitation.signature")],
    eu: euOnPaper(trip.project, organiser, { locale, t }),
  };
}

/** What the fields of an invitation's words stand for. */
export function invitationFields(facts: InvitationFacts) {
  const { locale, trip, person, departure, homecoming } = facts;
  return {
    name: person.name,
    institution: person.institution ?? person.organisation,
    position: person.position,
    trip: textIn(locale, trip.title),
    aim: textIn(locale, facts.aim),
    days: formatDays(trip.dates, locale),
    departure: departure ? departureWords(departure, locale) : "",
    return: homecoming ? formatDayTime(homecoming, locale) : "",
    organiser: textIn(locale, trip.organiser),
  };
}

const departureWords = ({ at, from }: { at: Date; from: string | null }, locale: Locale) =>
  [formatDayTime(at, locale), from].filter(Boolean).join(", ");

function factLines(facts: InvitationFacts, t: Texts) {
  const { locale, trip, aim, departure, homecoming, visits, costs } = facts;
  const line = (
    key: "aim" | "days" | "departure" | "return" | "visits" | "costs",
    value: string,
  ) => (value ? [{ label: t(`papers.invitation.${key}`), value }] : []);
  return [
    ...line("aim", textIn(locale, aim)),
    ...line("days", formatDays(trip.dates, locale)),
    ...line("departure", departure ? departureWords(departure, locale) : ""),
    ...line("return", homecoming ? formatDayTime(homecoming, locale) : ""),
    ...line(
      "visits",
      visits
        .map((one) => [textIn(locale, one.host), one.place].filter(Boolean).join(", "))
        .join("; "),
    ),
    ...line("costs", costs ? textIn(locale, costs) : ""),
  ];
}

function programmeDay(day: DayFacts, number: number, locale: Locale, t: Texts) {
  const rows = day.items.map((item): [string, string] => {
    const { heading, details } = stopWords(item, day, locale);
    const when = formatTimeRange(new Date(item.startsAt), new Date(item.endsAt), locale);
    return [when, [heading, ...details.slice(0, 1)].join(". ")];
  });
  return { heading: `${t("itinerary.day", { number })}: ${formatWeekday(day.date, locale)}`, rows };
}
