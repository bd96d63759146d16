import { type Locale, textIn } from "#lib/locales.ts";

type Text = { lv: string; en?: string | undefined; lt?: string | undefined };

export type ProjectPeriod = "2014-2020" | "2021-2027";

/** What of a project the public sees beside the emblem. */
export type EuProject = {
  number: string;
  shortName: string;
  programme: Text;
  period: ProjectPeriod;
  fundingStatement: Text;
  /** `{organiser}` stands where the organiser's name goes. */
  disclaimer: Text;
  logos: ProjectLogo[];
};

/** A logo of a partner or of the programme. Its picture, a PNG of so many pixels, is known by its SHA-256. */
export type ProjectLogo = {
  sha256: string;
  name: { lv: string; en?: string; lt?: string };
  width: number;
  height: number;
};

/** The address of a logo's picture: it says another one with another picture. */
export const logoPath = ({ sha256 }: Pick<ProjectLogo, "sha256">) => `/logos/${sha256}.png`;

/** Statement and disclaimer in one language; where the project has none in it, the programme period's own. */
export function euWords(project: EuProject, organiser: string, locale: Locale) {
  const own = project.fundingStatement[locale];
  return {
    statement: own || fundingStatements[project.period][locale],
    programme: textIn(locale, project.programme),
    disclaimer: textIn(locale, project.disclaimer).replaceAll("{organiser}", organiser),
  };
}

/**
 * The European emblem as the regulations draw it (Regulation (EU) No 821/2014, Annex II; Regulation (EU)
 * 2021/1060, Annex IX): a flag of 2 : 3, twelve upright five-pointed stars placed like the hours of a
 * clock on a circle of one third of the height, each inside a circle of one eighteenth of it.
 */
export const emblem = {
  width: 810,
  height: 540,
  blue: "#003399",
  yellow: "#FFCC00",
  /** On a coloured background a white border of this width goes around it. */
  border: 540 / 25,
} as const;

type Point = readonly [x: number, y: number];

const circle = emblem.height / 3;
const star = emblem.height / 18;

/** Centres of the twelve stars, from twelve o'clock on. */
export function starCentres(): Point[] {
  return Array.from({ length: 12 }, (_, hour) =>
    onCircle([emblem.width / 2, emblem.height / 2], circle, hour * 30),
  );
}

/** The ten corners of a star, one point straight up. */
export function starCorners(centre: Point): Point[] {
  // A pentagram's inner corners: the outer radius divided by the square of the golden ratio.
  const inner = star * ((3 - Math.sqrt(5)) / 2);
  return Array.from({ length: 10 }, (_, corner) =>
    onCircle(centre, corner % 2 ? inner : star, corner * 36),
  );
}

/** All twelve stars as one path in the emblem's own units. */
export function starsPath(): string {
  const drawn = starCentres().map((centre) => `M${starCorners(centre).map(written).join("L")}Z`);
  return drawn.join("");
}

/** The emblem as a file of its own, for papers. */
export function emblemSvg(): string {
  const { width, height, blue, yellow } = emblem;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path fill="${blue}" d="M0 0H${width}V${height}H0Z"/><path fill="${yellow}" d="${starsPath()}"/></svg>`;
}

/** As large, in CSS pixels, as the emblem stands on pages and in mails; app/look/eu.css says the same. */
export const shownEmblem = { width: 90, height: 60 } as const;

/** The typefaces that may stand beside the emblem. */
export const emblemTypefaces = [
  "Arial",
  "Calibri",
  "Garamond",
  "Trebuchet",
  "Tahoma",
  "Verdana",
  "Ubuntu",
] as const;

type Size = { width: number; height: number };

/** No other logo may be both higher and wider than the emblem. */
export function emblemIsLargeEnough(shown: Size, others: readonly Size[]): boolean {
  return others.every(({ width, height }) => shown.height >= height || shown.width >= width);
}

/**
 * The size of a logo beside the emblem, its proportions kept: as large as it can be, and yet neither higher than the emblem
 * nor covering more than it does. A long name may so be wider: the regulations ask that the emblem be as large as the
 * biggest other logo "measured in height or width" (Regulation (EU) 2021/1060, Annex IX, 1.7; No 821/2014, Article 4).
 */
export function sizeBeside(shown: Size, { width, height }: Size): Size {
  const sameArea = Math.sqrt((shown.width * shown.height) / (width * height));
  const scale = Math.min(shown.height / height, sameArea);
  // A product may be larger by the last bit.
  return { width: width * scale, height: Math.min(shown.height, height * scale) };
}

/** The statement in full where a project brings none of its own. */
export const fundingStatements: Record<ProjectPeriod, Record<Locale, string>> = {
  "2014-2020": {
    lv: "Šo projektu finansē Eiropas Savienība.",
    en: "This project is funded by the European Union.",
    lt: "Šį projektą finansuoja Europos Sąjunga.",
  },
  "2021-2027": {
    lv: "Līdzfinansē Eiropas Savienība",
    en: "Co-funded by the European Union",
    lt: "Bendrai finansuoja Europos Sąjunga",
  },
};

function onCircle([x, y]: Point, radius: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return [x + radius * Math.sin(angle), y - radius * Math.cos(angle)];
}

const written = ([x, y]: Point) => `${round(x)} ${round(y)}`;
const round = (value: number) => Math.round(value * 100) / 100;
