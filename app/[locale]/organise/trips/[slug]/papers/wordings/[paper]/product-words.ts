import type { WordedPaper } from "#domain/wording/rules.ts";
import { textsIn } from "#lib/i18n/catalogue.ts";
import type { Locale } from "#lib/locales.ts";

/** The product's own words for a paper in each language, with their fields. */
export function productWords(paper: WordedPaper): Record<Locale, string> {
  const of = (locale: Locale): string => textsIn(locale).raw(`papers.${paper}.body`);
  return { lv: of("lv"), en: of("en"), lt: of("lt") };
}
