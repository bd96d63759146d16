import type { BriefChange } from "#domain/difference/rules.ts";
import { formatTime, formatTimeRange, formatWeekday } from "#lib/dates.ts";
import { type Locale, textIn } from "#lib/locales.ts";

/** The message keys that a change needs, from the root of the catalogue. */
type Key =
  | `itinerary.difference.${"added" | "removed" | "fields"}`
  | `itinerary.field.${BriefChange["fields"][number]}`;

export type DifferenceTexts = (key: Key, values?: Record<string, string>) => string;

/** A change of an item in words: `10.00 → 10.30 Liepājas teātris`. */
export function differenceWords(change: BriefChange, locale: Locale, t: DifferenceTexts): string {
  const { before, after, fields } = change;
  const name = textIn(locale, change.name);
  if (!before || !after) {
    const when = after ?? before;
    const what = when ? `${dayAndRange(when, locale)} ${name}` : name;
    return t(before ? "itinerary.difference.removed" : "itinerary.difference.added", { what });
  }
  const times = `${timesOf(before, after, locale)} ${name}`;
  if (fields.length === 0) return times;
  const list = fields.map((field) => t(`itinerary.field.${field}`)).join(", ");
  return t("itinerary.difference.fields", { what: times, fields: list });
}

type When = NonNullable<BriefChange["after"]>;

const range = ({ startsAt, endsAt }: When, locale: Locale) =>
  formatTimeRange(new Date(startsAt), new Date(endsAt), locale);

const dayAndRange = (when: When, locale: Locale) =>
  `${formatWeekday(when.date, locale)}, ${range(when, locale)}`;

/** Only what says the change: the start, both ends where the length is another, the day where it is. */
function timesOf(before: When, after: When, locale: Locale): string {
  if (before.date !== after.date) {
    return `${dayAndRange(before, locale)} → ${dayAndRange(after, locale)}`;
  }
  const length = ({ startsAt, endsAt }: When) => Date.parse(endsAt) - Date.parse(startsAt);
  if (length(before) !== length(after)) {
    return `${range(before, locale)} → ${range(after, locale)}`;
  }
  const [from, to] = [before, after].map(({ startsAt }) => formatTime(new Date(startsAt), locale));
  return from === to ? `${from}` : `${from} → ${to}`;
}
