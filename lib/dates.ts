import { Temporal } from "temporal-polyfill";
import type { Locale } from "./locales.ts";

/** Trips are told in this clock; Vilnius has the same. */
export const timeZone = "Europe/Riga";

/** A calendar date, `2018-06-12`. */
export type IsoDate = string;

const nbsp = "\u00a0";

const monthNames: Record<Locale, { nominative: string[]; inDate: string[] }> = {
  lv: {
    nominative: words(
      "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris",
    ),
    inDate: words(
      "janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī",
    ),
  },
  en: {
    nominative: words(
      "January February March April May June July August September October November December",
    ),
    inDate: words(
      "January February March April May June July August September October November December",
    ),
  },
  lt: {
    nominative: words(
      "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
    ),
    inDate: words(
      "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
    ),
  },
};

const weekdayNames: Record<Locale, string[]> = {
  lv: words("pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena"),
  en: words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
  lt: words(
    "pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis",
  ),
};

function words(list: string): string[] {
  return list.split(" ");
}

/** The wall clock in Riga at this moment. */
export function inRiga(at: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
}

/** The calendar date in Riga at this moment. */
export function dateInRiga(at: Date): IsoDate {
  return inRiga(at).toPlainDate().toString();
}

/** The moment of a wall-clock time `HH:MM` on a date in Riga. Throws RangeError when either is not one. */
export function momentInRiga(date: IsoDate, clock: string): Date {
  const local = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(clock));
  return new Date(local.toZonedDateTime(timeZone).epochMilliseconds);
}

/** Whether the clocks in Riga show that time on that date: in March they skip an hour of one night. */
export function clockShows(date: IsoDate, clock: string): boolean {
  return clockInRiga(momentInRiga(date, clock)) === clock;
}

/** `HH:MM` in Riga, for `<input type="time">`. */
export function clockInRiga(at: Date): string {
  return inRiga(at).toPlainTime().toString({ smallestUnit: "minute" });
}

/** `2018-06-12T10:00` in Riga, for `<input type="datetime-local">`. */
export function localInRiga(at: Date): string {
  return `${dateInRiga(at)}T${clockInRiga(at)}`;
}

/** The moment of `2018-06-12T10:00` in Riga. Throws RangeError when it is not one. */
export function momentOfLocal(local: string): Date {
  const moment = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone);
  return new Date(moment.epochMilliseconds);
}

/** A date some days later (or earlier, when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** `10.00` in Latvian, `10:00` otherwise; no leading zero in Latvian. */
export function formatTime(at: Date, locale: Locale): string {
  const { hour, minute } = inRiga(at);
  const minutes = String(minute).padStart(2, "0");
  if (locale === "lv") return `${hour}.${minutes}`;
  return `${String(hour).padStart(2, "0")}:${minutes}`;
}

/** `10.00–10.45`, with an en dash. */
export function formatTimeRange(from: Date, to: Date, locale: Locale): string {
  return `${formatTime(from, locale)}–${formatTime(to, locale)}`;
}

/** As a heading: `2018. gada 12. jūnijs`, `12 June 2018`, `2018 m. birželio 12 d.`. */
export function formatDate(date: IsoDate, locale: Locale): string {
  const { year, month, day } = Temporal.PlainDate.from(date);
  const name = monthNames[locale].nominative[month - 1];
  if (locale === "lv") return `${year}.${nbsp}gada ${day}.${nbsp}${name}`;
  if (locale === "lt") return `${year}${nbsp}m. ${name}${nbsp}${day}${nbsp}d.`;
  return `${day}${nbsp}${name} ${year}`;
}

/** Short, for tables: `12.06.2018.`, `12/06/2018`, `2018-06-12`. */
export function formatDateShort(date: IsoDate, locale: Locale): string {
  const [year, month, day] = date.split("-");
  if (locale === "lv") return `${day}.${month}.${year}.`;
  return locale === "en" ? `${day}/${month}/${year}` : date;
}

/** Weekday and day without the year, for a day's heading: `otrdiena, 12. jūnijs`. */
export function formatWeekday(date: IsoDate, locale: Locale): string {
  const { dayOfWeek, month, day } = Temporal.PlainDate.from(date);
  const weekday = weekdayNames[locale][dayOfWeek - 1];
  const name = monthNames[locale].nominative[month - 1];
  if (locale === "lv") return `${weekday}, ${day}.${nbsp}${name}`;
  if (locale === "lt") return `${weekday}, ${name}${nbsp}${day}${nbsp}d.`;
  return `${weekday}, ${day}${nbsp}${name}`;
}

/**
 * Days of a trip in a sentence, as `kad`: `2018. gada 12.–13. jūnijā`, `12–13 June 2018`.
 * Days need not be adjacent: runs are joined by a dash, months and gaps by commas and `un`.
 */
export function formatDays(dates: readonly IsoDate[], locale: Locale): string {
  const sorted = [...dates].sort().map((date) => Temporal.PlainDate.from(date));
  const years = Map.groupBy(sorted, ({ year }) => year);
  const parts = [...years].map(([year, days]) => {
    const months = [...Map.groupBy(days, ({ month }) => month)].map(([month, inMonth]) =>
      formatMonthDays(month, inMonth, locale),
    );
    const joined = joinList(months, locale);
    if (locale === "lv") return `${year}.${nbsp}gada ${joined}`;
    return locale === "lt" ? `${year}${nbsp}m. ${joined}` : `${joined} ${year}`;
  });
  return joinList(parts, locale);
}

function formatMonthDays(month: number, days: Temporal.PlainDate[], locale: Locale): string {
  const runs = days.reduce<Temporal.PlainDate[][]>((all, day) => {
    const last = all.at(-1);
    if (last?.at(-1)?.add({ days: 1 }).equals(day)) last.push(day);
    else all.push([day]);
    return all;
  }, []);
  const dot = locale === "lv" ? "." : "";
  const list = runs.map((run) => {
    const first = `${run[0]?.day}${dot}`;
    return run.length === 1 ? first : `${first}–${run.at(-1)?.day}${dot}`;
  });
  const name = monthNames[locale].inDate[month - 1];
  if (locale === "lt") return `${name}${nbsp}${joinList(list, locale)}${nbsp}d.`;
  return `${joinList(list, locale)}${nbsp}${name}`;
}

/** `a`, `a un b`, `a, b un c` in the language. */
export function joinList(items: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(items);
}

/** A deadline in a sentence, after `līdz`: `1. jūnija plkst. 17.00`, `1 June, 17:00`; with the year if it is not this one. */
export function formatDeadline(at: Date, locale: Locale, now: Date): string {
  const { month, day, year } = inRiga(at);
  const other = year !== inRiga(now).year;
  const time = formatTime(at, locale);
  if (locale === "lv") {
    const prefix = other ? `${year}.${nbsp}gada ` : "";
    return `${prefix}${day}.${nbsp}${genitive(month)} plkst.${nbsp}${time}`;
  }
  const name = monthNames[locale].inDate[month - 1];
  if (locale === "lt")
    return `${other ? `${year}${nbsp}m. ` : ""}${name}${nbsp}${day}${nbsp}d. ${time}${nbsp}val.`;
  return `${day}${nbsp}${name}${other ? ` ${year}` : ""}, ${time}`;
}

/** Weekday, day and time, standing alone: `otrdiena, 12. jūnijs, plkst. 6.30`, `Tuesday, 12 June, 06:30`. */
export function formatDayTime(at: Date, locale: Locale): string {
  const [day, time] = [formatWeekday(dateInRiga(at), locale), formatTime(at, locale)];
  if (locale === "lv") return `${day}, plkst.${nbsp}${time}`;
  return locale === "lt" ? `${day}, ${time}${nbsp}val.` : `${day}, ${time}`;
}

/** When something was published or printed: `04.06.2026. plkst. 14.05`. */
export function formatStamp(at: Date, locale: Locale): string {
  const time = formatTime(at, locale);
  const date = formatDateShort(dateInRiga(at), locale);
  return locale === "lv" ? `${date} plkst.${nbsp}${time}` : `${date}, ${time}`;
}

function genitive(month: number): string {
  return words(
    "janvāra februāra marta aprīļa maija jūnija jūlija augusta septembra oktobra novembra decembra",
  )[month - 1] as string;
}
