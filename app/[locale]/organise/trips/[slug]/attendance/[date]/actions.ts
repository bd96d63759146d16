"use server";

import { notFound, redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { correctAttendance } from "#domain/correction/commands.ts";
import type { DayReference } from "#domain/day-lock/schema.ts";
import { partAsked } from "#domain/day-part/rules.ts";
import { municipalitiesForSelect } from "#domain/organisation/queries.ts";
import { addWalkIn, removeWalkIn } from "#domain/walk-in/commands.ts";
import { whence } from "#domain/walk-in/rules.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { textOf } from "../../../../read-form.ts";
import { refuse } from "../../../../refuse.ts";

/** Corrects a mark of the day, or of a part of it, from the list that it stands in. */
export async function correctInList(
  locale: Locale,
  { tripId, slug, date, part }: { tripId: string; slug: string; date: string; part: string },
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, `/organise/trips/${slug}/attendance/${date}`);
  const actor = await requirePerson(page);
  const registrationId = textOf(form, "registrationId");
  const chosen = textOf(form, "present");
  const said = { present: chosen === "" ? null : chosen === "yes", reason: textOf(form, "reason") };
  const reference = partAsked(part);
  if (!reference) notFound();
  const about = { tripId, date, registrationId, ...reference };
  const corrected = await correctAttendance(actor, { ...about, ...said }, new Date());
  if (!corrected.ok) return refuse(locale, previous, form, corrected);
  const query = new URLSearchParams({ ...(part ? { part } : {}), done: "corrected" });
  redirect(`${page}?${query}#${registrationId}`);
}

/** The day that a walk-in is about, and the address of its trip. */
export type DayPlace = DayReference & { slug: string };

/** Writes down who came along; `id` was made with the page, so that sending twice is sending once. */
export async function writeDown(
  locale: Locale,
  { tripId, date, slug }: DayPlace,
  id: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, `/organise/trips/${slug}/attendance/${date}`);
  const actor = await requirePerson(page);
  const municipalities = await municipalitiesForSelect(actor, "lv");
  const person = {
    givenName: textOf(form, "givenName"),
    familyName: textOf(form, "familyName"),
    ...whence(textOf(form, "institution"), municipalities),
  };
  const added = await addWalkIn(actor, { id, tripId, date, ...person }, new Date());
  if (!added.ok) return refuse(locale, previous, form, added);
  redirect(`${page}?done=added#walk-ins`);
}

/** Says of a walk-in that it was none. */
export async function takeOut(
  locale: Locale,
  { tripId, date, slug }: DayPlace,
  { id, walkInId }: { id: string; walkInId: string },
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, `/organise/trips/${slug}/attendance/${date}`);
  const actor = await requirePerson(page);
  const removal = { id, tripId, date, walkInId, reason: textOf(form, "reason") };
  const removed = await removeWalkIn(actor, removal, new Date());
  if (!removed.ok) return refuse(locale, previous, form, removed);
  redirect(`${page}?done=removed#walk-ins`);
}
