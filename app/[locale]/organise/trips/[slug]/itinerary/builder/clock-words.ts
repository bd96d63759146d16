import { clockOf } from "#domain/agenda/rules.ts";
import type { Locale } from "#lib/locales.ts";

/** `10.00` in Latvian, `10:00` otherwise: minutes of a day as lib/dates writes moments. */
export function clockWords(minutes: number, locale: Locale): string {
  const clock = clockOf(minutes);
  return locale === "lv" ? clock.replace(/^0/, "").replace(":", ".") : clock;
}

/** `10.00–10.45`. */
export const rangeWords = (starts: number, ends: number, locale: Locale) =>
  `${clockWords(starts, locale)}–${clockWords(ends, locale)}`;
