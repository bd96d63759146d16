import type { Board } from "#domain/board/queries.ts";
import { formatStamp, formatWeekday } from "#lib/dates.ts";
import { type Locale, locales } from "#lib/locales.ts";

type InEach = Record<Locale, string>;

/** A board with its times in words of every language: what is open in three languages is sent the same event. */
export type ShownBoard = { readAt: InEach; days: (Board["days"][number] & { name: InEach })[] };

export function shownBoard({ readAt, days }: Board): ShownBoard {
  const at = new Date(readAt);
  return {
    readAt: inEach((locale) => formatStamp(at, locale)),
    days: days.map((day) => ({
      ...day,
      name: inEach((locale) => formatWeekday(day.date, locale)),
    })),
  };
}

const inEach = (words: (locale: Locale) => string) =>
  Object.fromEntries(locales.map((locale) => [locale, words(locale)])) as InEach;
