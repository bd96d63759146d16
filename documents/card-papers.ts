import { printedCode } from "#domain/badge/rules.ts";
import type { PaperPerson, PeoplePaper } from "#domain/paper/schema.ts";
import { formatDays } from "#lib/dates.ts";
import type { Texts } from "#lib/i18n/catalogue.ts";
import { type Locale, textIn } from "#lib/locales.ts";
import { type CodeOnPaper, codeOnPaper, euOnPaper, type PaperHead } from "./paper-head.ts";

/** What badges.typ prints: ten of 85 × 54 mm to a sheet. */
export type BadgesPaper = PaperHead & {
  trip: string;
  days: string;
  badges: (CardWords & { code: CodeOnPaper; typed: string })[];
};

/** What place-cards.typ prints: four to a sheet, each folded once, with the name on both sides. */
export type PlaceCardsPaper = PaperHead & { cards: CardWords[] };

type CardWords = { givenName: string; familyName: string; organisation: string };

type Circumstances = { locale: Locale; t: Texts };

/** A badge for everybody. `addressOf` a badge is what its code holds: by it the roll call knows the person. */
export function badgesPaper(
  { trip, people }: PeoplePaper,
  { addressOf, ...given }: Circumstances & { addressOf: (badge: string) => string },
): BadgesPaper {
  const { locale, t } = given;
  const code = (one: PaperPerson) =>
    codeOnPaper(addressOf(one.badge), t("papers.badges.code", { name: nameOf(one) }));
  return {
    ...headOf(trip, t("papers.badges.title"), given),
    trip: textIn(locale, trip.title),
    days: formatDays(trip.dates, locale),
    badges: people.map((one) => ({
      ...cardOf(one),
      code: code(one),
      typed: printedCode(one.code),
    })),
  };
}

/** A card for everybody, for the table. */
export const placeCardsPaper = (
  { trip, people }: PeoplePaper,
  given: Circumstances,
): PlaceCardsPaper => ({
  ...headOf(trip, given.t("papers.placeCards.title"), given),
  cards: people.map(cardOf),
});

const nameOf = ({ givenName, familyName }: PaperPerson) => `${givenName} ${familyName}`;

const cardOf = ({ givenName, familyName, organisation }: PaperPerson): CardWords => ({
  givenName,
  familyName,
  organisation,
});

function headOf(trip: PeoplePaper["trip"], title: string, { locale, t }: Circumstances): PaperHead {
  const organiser = textIn(locale, trip.organiser);
  return {
    lang: locale,
    title: `${title}. ${textIn(locale, trip.title)}`,
    product: t("common.product"),
    organiser,
    foot: "",
    eu: euOnPaper(trip.project, organiser, { locale, t }),
  };
}
