/** Latvian is complete and the default; its addresses carry no prefix. */
export const locales = ["lv", "en", "lt"] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "lv";

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);

/** Address of a page in a language: `/me` → `/me`, `/en/me`, `/lt/me`. */
export function localePath(locale: Locale, path: string): string {
  if (locale === defaultLocale) return path;
  return path === "/" ? `/${locale}` : `/${locale}${path}`;
}

/** The text in this language, or in Latvian where it has not been written. */
export function textIn(
  locale: Locale,
  text: { lv: string; en?: string | undefined; lt?: string | undefined },
): string {
  return text[locale] || text.lv;
}

/** Text per language; a missing one falls back to Latvian. */
export type LocalizedWords = { lv: string; en?: string; lt?: string };

/** Names of languages in a language, one after the other: `latviešu, angļu`. */
export function languagesIn(languages: readonly string[], locale: Locale): string {
  const names = new Intl.DisplayNames(locale, { type: "language" });
  return languages.map((language) => names.of(language) ?? language).join(", ");
}
