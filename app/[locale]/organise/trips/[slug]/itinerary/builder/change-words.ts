import { getTranslations } from "next-intl/server";
import type { ItemState } from "#domain/agenda/schema.ts";
import { changedFields } from "#domain/draft/rules.ts";
import type { DraftChange } from "#domain/draft/schema.ts";
import { formatWeekday } from "#lib/dates.ts";
import { type Locale, textIn } from "#lib/locales.ts";
import { clockWords } from "./clock-words.ts";

type Change = Pick<DraftChange, "kind" | "before" | "after">;

/** A change of a draft in words: what was done, to what, from when to when. */
export async function changeWords(change: Change, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: "organise.change" });
  const subject = subjectOf(change);
  if (!subject) return t(change.kind, { title: "", count: 0 });
  const { before, after } = subject;
  const title = textIn(locale, (after ?? before)?.title ?? { lv: "" });
  const count = new Set([...change.before, ...change.after].map(({ id }) => id)).size;
  const said = t(change.kind, { title, count });
  if (!before || !after) return said;
  const times = timeWords(before, after, locale);
  const fields = changedFields(before, after).filter((field) => !timeFields.includes(field));
  const others = change.kind === "edit" ? fields.map((field) => t(`field.${field}`)) : [];
  return [said, [times, ...others].filter(Boolean).join(", ")].filter(Boolean).join(": ");
}

const timeFields: readonly string[] = ["date", "starts", "ends"];

/** The item that a change is about: the one that was moved furthest, or added, or gone. */
function subjectOf({ before, after }: Change) {
  const pairs = [...new Set([...after, ...before].map(({ id }) => id))].map((id) => ({
    before: before.find((item) => item.id === id),
    after: after.find((item) => item.id === id),
  }));
  const weight = ({ before: was, after: is }: (typeof pairs)[number]) =>
    !was || !is || was.date !== is.date
      ? Number.POSITIVE_INFINITY
      : Math.abs(was.starts - is.starts);
  return pairs.sort((one, other) => weight(other) - weight(one))[0];
}

/** `10.00 → 10.30`, with the day where it is another one. */
function timeWords(before: ItemState, after: ItemState, locale: Locale): string {
  if (before.date === after.date && before.starts === after.starts && before.ends === after.ends) {
    return "";
  }
  const otherDay = before.date !== after.date;
  const ends = before.ends - before.starts !== after.ends - after.starts;
  const said = ({ date, starts, ends: until }: ItemState) => {
    const clock = clockWords(starts, locale) + (ends ? `–${clockWords(until, locale)}` : "");
    return otherDay ? `${formatWeekday(date, locale)}, ${clock}` : clock;
  };
  return `${said(before)} → ${said(after)}`;
}
