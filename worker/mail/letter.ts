import type { Locale } from "#lib/locales.ts";

/** A mail before it is set as HTML and as plain text: nothing but words, in one language. */
export type Letter = {
  locale: Locale;
  subject: string;
  heading: string;
  /** What there is to say, a paragraph each. */
  paragraphs: string[];
  /** Six digits to be typed somewhere else. */
  code?: string;
  /** Facts by their name. */
  facts: (readonly [name: string, value: string])[];
  /** The one thing to do next. */
  deed: { label: string; href: string } | null;
  /** What can be said below it. */
  afterwards: string[];
  /** Who writes, and why. */
  foot: string[];
  eu: {
    statement: string;
    project: string;
    disclaimer: string;
    emblemWords: string;
    logos: LogoInMail[];
  } | null;
};

/** A picture from afar: what mail programs do not load they tell by its words. In CSS pixels. */
export type LogoInMail = { address: string; words: string; width: number };
