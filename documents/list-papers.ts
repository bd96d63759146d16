import type { Guest, Lodging } from "#domain/lodging/queries.ts";
import type { NeedCounts } from "#domain/need/rules.ts";
import type { ListColumn, PaperPerson, PaperTrip, PeoplePaper } from "#domain/paper/schema.ts";
import { formatDays, formatDayTime, formatStamp, formatWeekday } from "#lib/dates.ts";
import type { Texts } from "#lib/i18n/catalogue.ts";
import { type Locale, textIn } from "#lib/locales.ts";
import { addressInLines, lettersAcross } from "./line-count.ts";
import { euOnPaper, type PaperHead } from "./paper-head.ts";

/** What list.typ prints: tables with their headings. */
export type ListPaper = PaperHead & {
  kicker: string;
  heading: string;
  lines: string[];
  sections: ListSection[];
  /** On a sheet that lies on its side. */
  landscape?: boolean;
};

export type ListSection = {
  heading: string;
  lines: string[];
  /** Share of the width of each column; 0 for one as wide as its words. */
  widths: number[];
  heads: string[];
  rows: string[][];
  /** The first cell of each row is a box to tick. */
  tick?: boolean;
};

export type ListCircumstances = { locale: Locale; t: Texts; printedAt: Date };

/** Shares of the width that the columns have. */
const share: Record<ListColumn, number> = {
  organisation: 1.2,
  institution: 1.2,
  position: 1.2,
  phone: 1.2,
  email: 1.8,
  pickup: 1.3,
};

/** More of them than stand beside each other on an upright sheet. */
const mostUpright = 4;

/** Millimetres beside the column of numbers, and points of the letters, as list.typ sets them. */
const sheet = { upright: 160, landscape: 247, letters: 10 };

/** All who are going, with the columns that the reader chose. */
export function participantsPaper(
  { trip, people }: PeoplePaper,
  columns: readonly ListColumn[],
  given: ListCircumstances,
): ListPaper {
  const { locale, t } = given;
  const widths = [0, 1.4, ...columns.map((column) => share[column])];
  const landscape = columns.length > mostUpright;
  const room = landscape ? sheet.landscape : sheet.upright;
  const across = (room * share.email) / widths.reduce((sum, width) => sum + width);
  const cell: Record<ListColumn, (one: PaperPerson) => string> = {
    organisation: ({ organisation }) => organisation,
    institution: ({ institution }) => institution ?? "",
    position: ({ position }) => position,
    phone: ({ phone }) => phone,
    email: ({ email }) => addressInLines(email, lettersAcross(across, sheet.letters)),
    pickup: ({ pickup }) => (pickup ? pickupWords(pickup, locale) : ""),
  };
  const rows = people.map((one, index) => [
    `${index + 1}.`,
    `${one.familyName}, ${one.givenName}`,
    ...columns.map((column) => cell[column](one)),
  ]);
  const heads = [
    t("papers.column.number"),
    t("papers.column.surnameFirst"),
    ...columns.map((column) => t(`papers.column.${column}`)),
  ];
  const count = t("papers.people", { count: people.length });
  const section = { heading: "", lines: [], widths, heads, rows };
  return listPaper(
    trip,
    { heading: t("papers.list.title"), lines: [count], sections: [section], landscape },
    given,
  );
}

/** Who sleeps in which room of a lodging, for its reception. */
export function roomsPaper(trip: PaperTrip, lodging: Lodging, given: ListCircumstances): ListPaper {
  const { locale, t } = given;
  const heads = [t("papers.column.room"), t("papers.column.kind"), t("papers.column.guests")];
  const name = ({ givenName, familyName, organisation }: Guest) =>
    `${givenName} ${familyName} (${organisation})`;
  const rows = lodging.rooms.map(({ name: room, kind, guests }) => [
    room,
    t(`papers.rooms.${kind}`),
    guests.map(name).join("\n"),
  ]);
  const rooms = { heading: "", lines: [], widths: [0, 0.5, 2], heads, rows };
  const unplaced = {
    heading: t("papers.rooms.unplaced"),
    lines: [],
    widths: [1],
    heads: [t("papers.column.name")],
    rows: lodging.unassigned.map((one) => [name(one)]),
  };
  const nights = t("papers.rooms.nights", {
    first: formatWeekday(lodging.firstNight, locale),
    last: formatWeekday(lodging.lastNight, locale),
    more: lodging.firstNight === lodging.lastNight ? "no" : "yes",
  });
  const lines = [[lodging.name, lodging.address].filter(Boolean).join(", "), nights];
  const sections = unplaced.rows.length ? [rooms, unplaced] : [rooms];
  return listPaper(trip, { heading: t("papers.rooms.title"), lines, sections }, given);
}

type ManifestFacts = {
  vehicle: {
    name: string;
    seats: number;
    driverName: string | null;
    driverPhone: string | null;
    stops: { id: string; place: string | null; spot: string; departsAt: Date }[];
  };
  people: {
    givenName: string;
    familyName: string;
    organisation: string;
    phone: string;
    pickupId: string | null;
  }[];
};

/** Who gets on a vehicle at which stop, with a box to tick. */
export function manifestPaper(
  trip: PaperTrip,
  facts: ManifestFacts,
  given: ListCircumstances,
): ListPaper {
  const { locale, t } = given;
  const { vehicle, people } = facts;
  const columns = ["aboard", "name", "organisation", "phone"] as const;
  const heads = columns.map((column) => t(`papers.column.${column}`));
  const sections = vehicle.stops.map((stop) => {
    const here = people.filter(({ pickupId }) => pickupId === stop.id);
    return {
      heading: beginning(pickupWords(stop, locale)),
      lines: [here.length ? t("papers.people", { count: here.length }) : t("papers.nobodyHere")],
      widths: [0, 1.2, 1.2, 0.8],
      heads,
      tick: true,
      rows: here.map((one) => [
        "",
        `${one.givenName} ${one.familyName}`,
        one.organisation,
        one.phone,
      ]),
    };
  });
  const driver = [vehicle.driverName, vehicle.driverPhone].filter(Boolean).join(", ");
  const seats = t("papers.manifest.seats", { people: people.length, seats: vehicle.seats });
  const lines = [seats, driver ? t("papers.manifest.driver", { driver }) : ""].filter(Boolean);
  const heading = t("papers.manifest.title", { vehicle: vehicle.name });
  return listPaper(trip, { heading, lines, sections }, given);
}

/** How many eat what: never who (product.md, "Privacy"). */
export function countsPaper(
  trip: PaperTrip,
  counts: NeedCounts,
  given: ListCircumstances,
): ListPaper {
  const { t } = given;
  const usual = counts.people - counts.diets.reduce((sum, { people }) => sum + people, 0);
  const diets = [
    [t("need.diet.none"), String(usual)],
    ...counts.diets.map(({ diet, people }) => [t(`need.diet.${diet}`), String(people)]),
  ];
  const texts = (heading: string, all: readonly { text: string; people: number }[]) =>
    all.length === 0
      ? []
      : [
          counted(
            heading,
            all.map(({ text, people }) => [text, String(people)]),
          ),
        ];
  const counted = (heading: string, rows: string[][]): ListSection => ({
    heading,
    lines: [],
    widths: [1, 0],
    heads: [heading, t("need.people")],
    rows,
  });
  const sections = [
    { ...counted(t("need.diet.label"), diets), heading: "" },
    ...texts(t("need.allergies"), counts.allergies),
    ...texts(t("need.access"), counts.access),
  ];
  const lines = [t("papers.people", { count: counts.people })];
  return listPaper(trip, { heading: t("papers.counts.title"), lines, sections }, given);
}

const pickupWords = (
  { place, spot, departsAt }: { place: string | null; spot: string; departsAt: Date },
  locale: Locale,
) => `${formatDayTime(departsAt, locale)}: ${[place, spot].filter(Boolean).join(", ")}`;

/** As a heading begins. */
const beginning = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);

function listPaper(
  trip: PaperTrip,
  words: Pick<ListPaper, "heading" | "lines" | "sections" | "landscape">,
  { locale, t, printedAt }: ListCircumstances,
): ListPaper {
  const organiser = textIn(locale, trip.organiser);
  const name = textIn(locale, trip.title);
  const printed = t("papers.printed", { stamp: formatStamp(printedAt, locale) });
  return {
    lang: locale,
    title: `${words.heading}. ${name}`,
    product: t("common.product"),
    organiser,
    kicker: `${name} · ${formatDays(trip.dates, locale)}`,
    ...words,
    foot: `${words.heading}, ${name}. ${printed}`,
    eu: euOnPaper(trip.project, organiser, { locale, t }),
  };
}
