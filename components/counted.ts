import type { Locale } from "#lib/locales.ts";

/** A text with a number per plural category, `{n}` where the number stands. */
export type Counted = Partial<Record<Intl.LDMLPluralRule, string>>;

/** Takes a text apart by plural category, so that a browser counts without the language's rules in words. */
export function countedTexts(locale: Locale, say: (count: number) => string): Counted {
  const rules = new Intl.PluralRules(locale);
  const texts: Counted = {};
  // From 59 downwards, so that the number in a text is no other number by chance where that can be helped.
  for (let count = 59; count >= 0; count -= 1) {
    texts[rules.select(count)] ??= say(count).replace(String(count), "{n}");
  }
  return texts;
}

/** The text for a number. */
export function counted(texts: Counted, locale: Locale, count: number): string {
  const category = new Intl.PluralRules(locale).select(count);
  return (texts[category] ?? texts.other ?? "").replace("{n}", String(count));
}
