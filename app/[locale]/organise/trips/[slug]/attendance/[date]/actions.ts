"use server";

import { notFound, redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { correctAttendance } from "#domain/correction/commands.ts";
import { partAsked } from "#domain/day-part/rules.ts";
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
