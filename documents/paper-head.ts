import { encode } from "uqr";
import { type EuProject, emblem, emblemSvg, euWords, sizeBeside } from "#domain/project/rules.ts";
import type { Texts } from "#lib/i18n/catalogue.ts";
import { type Locale, textIn } from "#lib/locales.ts";

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
  logos: LogoOnPaper[];
};

/** A logo, whose picture render.ts brings to the template; its size in widths of the emblem. */
export type LogoOnPaper = { sha256: string; alt: string; width: number; height: number };

/** A picture that a telephone reads, with the words for who does not see it. */
export type CodeOnPaper = { svg: string; alt: string };

/** Emblem, statement, programme, number, disclaimer and logos of the project that pays; null where none does. */
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
    logos: project.logos.map((logo) => {
      const size = sizeBeside(emblem, logo);
      return {
        sha256: logo.sha256,
        alt: textIn(locale, logo.name),
        width: size.width / emblem.width,
        height: size.height / emblem.width,
      };
    }),
  };
}

/** A QR code of an address as a picture, with the words for who does not see it. */
export function codeOnPaper(address: string, alt: string): CodeOnPaper {
  const { path, size } = codeLines(address);
  const drawn = `<path stroke="#000" d="${path}"/>`;
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">${drawn}</svg>`,
    alt,
  };
}

/** A QR code as one SVG path of its rows' dark runs, in a square of `size`. It reads also when a quarter of it is dirty. */
export function codeLines(address: string): { path: string; size: number } {
  const { data, size } = encode(address, { ecc: "M", border: 0 });
  const strokes = data.flatMap((row, y) =>
    row.flatMap((dark, x) => {
      if (!dark || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      return [`M${x} ${y + 0.5}H${end < 0 ? size : end}`];
    }),
  );
  return { path: strokes.join(""), size };
}
