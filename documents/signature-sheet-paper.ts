import type { SignatoryFacts, SignatureSheetFacts } from "#domain/signature-sheet/schema.ts";
import { formatDate, formatTimeRange } from "#lib/dates.ts";
import type { Texts } from "#lib/i18n/catalogue.ts";
import { type Locale, textIn } from "#lib/locales.ts";
import { addressInLines, lettersAcross, linesAtMost } from "./line-count.ts";
import { euOnPaper, type PaperHead } from "./paper-head.ts";

/** What signature-sheet.typ prints. */
export type SignatureSheetPaper = PaperHead & {
  heading: string;
  /** Name and value of what the head says: trip, date, place, time. */
  facts: { label: string; value: string }[];
  heads: string[];
  /** Millimetres of each column. */
  widths: number[];
  /** Participants, speakers, organisers; a row is number, name, municipality, position and perhaps contact. */
  sections: Section[];
  certifies: string[];
  privacy: string;
};

type Circumstances = { locale: Locale; t: Texts; withContact: boolean; blankRows?: number };

/** Rows for those who come without being on the list. */
const blankRows = 3;

/** Millimetres of the columns; the last one is where people sign. */
const widths = { usual: [10, 42, 49, 39, 42], withContact: [10, 29, 33, 30, 44, 36] };

/** Points of the letters in a cell, as the template sets them. */
const letters = 9.5;

/** The sheet that is signed: the evidence of a day (product.md, "Signature sheet"). */
export function signatureSheetPaper(
  facts: SignatureSheetFacts,
  given: Circumstances,
): SignatureSheetPaper {
  const { locale, t, withContact } = given;
  const { trip, people, speakers, organisers, date, places, hours, only } = facts;
  const organiser = textIn(locale, trip.organiser);
  const title = t("papers.sheet.title");
  const columns = withContact ? widths.withContact : widths.usual;
  const contact = (words: string) => (withContact ? [words] : []);
  const participants = people.map((one) => [
    `${one.givenName} ${one.familyName}`,
    [one.organisation, one.institution].filter(Boolean).join(", "),
    one.position,
    ...contact(
      [one.phone, addressInLines(one.email, lettersAcross(columns.at(-2) ?? 0, letters))]
        .filter(Boolean)
        .join("\n"),
    ),
  ]);
  const others = (all: readonly SignatoryFacts[]) =>
    all.map(({ givenName, familyName, organisation, position }) => [
      `${givenName} ${familyName}`,
      organisation,
      textIn(locale, position),
      ...contact(""),
    ]);
  const line = (key: "trip" | "date" | "place" | "time" | "only", value: string) =>
    value ? [{ label: t(`papers.sheet.${key}`), value }] : [];
  return {
    lang: locale,
    title: `${title}. ${textIn(locale, trip.title)}, ${formatDate(date, locale)}`,
    product: t("common.product"),
    organiser,
    heading: title,
    facts: [
      ...line("trip", textIn(locale, trip.title)),
      ...line("date", formatDate(date, locale)),
      ...line("place", places.join(", ")),
      ...line("time", hours ? formatTimeRange(hours.from, hours.to, locale) : ""),
      ...line("only", only ?? ""),
    ],
    heads: [
      t("papers.column.number"),
      t("papers.column.name"),
      t("papers.column.organisationOrInstitution"),
      t("papers.column.position"),
      ...contact(t("papers.column.contact")),
      t("papers.column.signature"),
    ],
    widths: columns,
    sections: numbered(columns, [
      {
        heading: t("papers.sheet.participants"),
        rows: participants,
        blank: given.blankRows ?? blankRows,
      },
      { heading: t("papers.sheet.speakers"), rows: others(speakers), blank: 0 },
      { heading: t("papers.sheet.organisers"), rows: others(organisers), blank: 0 },
    ]),
    certifies: [t("papers.sheet.certifies"), t("papers.sheet.certifier")],
    privacy: t("papers.sheet.privacy", { organiser }),
    foot: t("papers.sheet.foot", {
      trip: textIn(locale, trip.title),
      date: formatDate(date, locale),
    }),
    eu: euOnPaper(trip.project, organiser, given),
  };
}

type Section = {
  heading: string;
  /** Number of its first row. */
  first: number;
  rows: string[][];
  /** How many lines each row takes at most; null where only setting it can tell. */
  lines: (number | null)[];
  /** Empty rows after them. */
  blank: number;
};

/** Rows numbered through all sections, blank rows among them; sections of nobody left out. */
function numbered(
  columns: readonly number[],
  sections: readonly Pick<Section, "heading" | "rows" | "blank">[],
): Section[] {
  let last = 0;
  return sections
    .filter(({ rows, blank }) => rows.length + blank > 0)
    .map(({ heading, rows, blank }) => {
      const first = last + 1;
      last += rows.length + blank;
      const all = rows.map((row, at) => [`${first + at}.`, ...row]);
      return { heading, first, rows: all, lines: all.map((row) => tallest(row, columns)), blank };
    });
}

/** A row of more lines may have to go on on the next sheet, which only one that is measured does. */
const mostLines = 12;

function tallest(row: readonly string[], columns: readonly number[]): number | null {
  const lines = row.map((words, at) =>
    linesAtMost(words, lettersAcross(columns[at] ?? 0, letters)),
  );
  const known = lines.filter((one) => one !== null);
  const most = Math.max(...known);
  return known.length < lines.length || most > mostLines ? null : most;
}
