"use server";

import { refresh } from "next/cache";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import { changesSince } from "#domain/draft/queries.ts";
import { draftItinerary } from "#domain/itinerary/queries.ts";
import { type Locale, localePath, textIn } from "#lib/locales.ts";
import { textOf } from "../../../../read-form.ts";
import { rangeWords } from "./clock-words.ts";
import { type Done, deedOf } from "./deeds.ts";
import type { BuilderState } from "./state.ts";
import { othersWords } from "./view.ts";

/** Does one thing to the draft, and says what was done, why not, and what others did meanwhile. */
export async function changeDraft(
  locale: Locale,
  { tripId, slug }: { tripId: string; slug: string },
  previous: BuilderState,
  form: FormData,
): Promise<BuilderState> {
  await demandOwnOrigin();
  const actor = await requirePerson(localePath(locale, `/organise/trips/${slug}/itinerary`));
  const done = await deedOf(form, tripId)(actor, new Date());
  if (!done.ok && done.reason === "notFound" && !(await draftItinerary(actor, slug))) notFound();
  const since = await changesSince(actor, tripId, Number(form.get("seen")) || 0);
  const others = since.filter(({ changedBy }) => changedBy !== actor.userId);
  const [t, error] = await Promise.all([
    getTranslations({ locale, namespace: "organise.builder" }),
    getTranslations({ locale, namespace: "itinerary.error" }),
  ]);
  refresh();
  return {
    attempt: previous.attempt + 1,
    notice: done.ok && done.said ? t(`done.${done.said}`) : "",
    problem: done.ok ? "" : error(done.reason as "conflict", theirsOf(done, locale)),
    others: await othersWords(others, locale),
    deed: textOf(form, "deed"),
    reason: done.ok ? "" : done.reason,
    typed: done.ok ? "" : (done.typed ?? ""),
    notes: notesOf(form, done.ok ? textOf(form, "deed") : ""),
  };
}

/** Without JavaScript the whole page is sent with each deed: what else was written comes back. */
function notesOf(form: FormData, done: string): Record<string, string> {
  const notes = [...form.keys()]
    .filter((name) => name.startsWith("note.") && textOf(form, name))
    .map((name) => [name.slice("note.".length), textOf(form, name)] as const);
  return Object.fromEntries(notes.filter(([fingerprint]) => done !== `accept ${fingerprint}`));
}

/** What the other wrote, where both wrote the same. */
function theirsOf({ other }: Extract<Done, { ok: false }>, locale: Locale) {
  const { item, name = "" } = other ?? {};
  if (!item) return { name, theirs: "" };
  const times = rangeWords(item.starts, item.ends, locale);
  return { name, theirs: `${times} ${textIn(locale, item.title)}` };
}
