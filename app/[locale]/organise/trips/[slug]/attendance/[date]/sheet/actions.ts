"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { lockDay, reopenDay } from "#domain/day-lock/commands.ts";
import type { DayReference } from "#domain/day-lock/schema.ts";
import { addSheet } from "#domain/sheet/commands.ts";
import { compareSheet } from "#domain/signature/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { textOf } from "../../../../../read-form.ts";
import { refuse } from "../../../../../refuse.ts";
import { readComparison, readSheet } from "./read-comparison.ts";

/** The day whose sheet a form is about, and the address of its trip. */
export type SheetPlace = DayReference & { slug: string };

/** Adds a scan or photograph of the signed sheet. */
export async function sendSheet(
  locale: Locale,
  place: SheetPlace,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const { page, actor, day } = await fromOwnPage(locale, place);
  const sent = { ...day, ...(await readSheet(form)) };
  const added = await addSheet(actor, sent, new Date());
  if (!added.ok) return refuse(locale, previous, form, added);
  redirect(`${page}?done=${added.added ? "added" : "known"}`);
}

/** Keeps who signed, and what is decided where that differs from the marks. */
export async function compare(
  locale: Locale,
  place: SheetPlace,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const { page, actor, day } = await fromOwnPage(locale, place);
  const people = readComparison(form);
  const compared = await compareSheet(actor, { ...day, people }, new Date());
  if (!compared.ok) return refuse(locale, previous, form, compared);
  redirect(`${page}?done=compared#comparison`);
}

/** Confirms the day as it is and locks it. */
export async function closeDay(
  locale: Locale,
  place: SheetPlace,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const { page, actor, day } = await fromOwnPage(locale, place);
  const locked = await lockDay(actor, day, new Date());
  if (!locked.ok) return refuse(locale, previous, form, locked);
  redirect(`${page}?done=locked`);
}

/** Opens a locked day again, with a written reason. */
export async function reopen(
  locale: Locale,
  place: SheetPlace,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const { page, actor, day } = await fromOwnPage(locale, place);
  const reopening = { ...day, reason: textOf(form, "reason") };
  const reopened = await reopenDay(actor, reopening, new Date());
  if (!reopened.ok) return refuse(locale, previous, form, reopened);
  redirect(`${page}?done=reopened`);
}

/** Whose form it is, from where, and the day that it is about. */
async function fromOwnPage(locale: Locale, { slug, tripId, date }: SheetPlace) {
  await demandOwnOrigin();
  const page = localePath(locale, `/organise/trips/${slug}/attendance/${date}/sheet`);
  return { page, actor: await requirePerson(page), day: { tripId, date } };
}
