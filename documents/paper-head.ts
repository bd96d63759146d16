import { encode } from "uqr";
import { type EuProject, emblemSvg, euWords } from "#domain/project/rules.ts";
import type { Texts } from "#lib/i18n/catalogue.ts";
import type { Locale } from "#lib/locales.ts";

/** What every template reads, whatever its paper: nothing but words, already in one language. */
export type PaperHead = {
  lang: Locale;
  /** Title of the document, without which a tagged PDF is refused. */
  title: string;
  product: string;
  organiser: string;
  /** At the bottom of every page. */
  foot: string;
  eu: EuOnPaper | null;
};

export type EuOnPaper = {
  /** An SVG file. */
  emblem: string;
  emblemWords: string;
  statement: string;
  project: string;
  disclaimer: string;
};

/** A picture that a telephone reads, with the words for who does not see it. */
export type CodeOnPaper = { svg: string; alt: string };

/** Emblem, statement, programme, number and disclaimer of the project that pays; null where none does. */
export function euOnPaper(
  project: EuProject | null,
  organiser: string,
  { locale, t }: { locale: Locale; t: Texts },
): EuOnPaper | null {
  if (!project) return null;
  const { programme, ...words } = euWords(project, organiser, locale);
  const { number, shortName: name } = project;
  return {
    ...words,
    emblem: emblemSvg(),
    emblemWords: t("eu.emblem"),
    project: t("eu.project", { programme, number, name }),
  };
}

/** A QR code of an address, as one path. It reads also when a quarter of it is dirty. */
export function codeOnPaper(address: string, alt: string): CodeOnPaper {
  const { data, size } = encode(address, { ecc: "M", border: 0 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${squares.join("")}"/></svg>`;
  return { svg, alt };
}
