"use server";

import { notFound, redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { correctAttendance } from "#domain/correction/commands.ts";
import { partAsked } from "#domain/day-part/rules.ts";
import { confirmFromLine } from "#domain/registration/commands.ts";
import { withdraw } from "#domain/withdrawal/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { textOf } from "../../../../read-form.ts";
import { refuse } from "../../../../refuse.ts";

/** Confirms somebody from the line around its order, with a written reason. */
export async function giveSeat(
  locale: Locale,
  slug: string,
  registrationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, `/organise/trips/${slug}/registrations/${registrationId}`);
  const actor = await requirePerson(page);
  const reason = textOf(form, "reason");
  const given = await confirmFromLine(actor, { registrationId, reason }, new Date());
  if (given.ok) redirect(`${page}?done=confirmed`);
  return refuse(locale, previous, form, {
    ...given,
    detail: { reason: reason ? "reasonTooLong" : "reasonMissing" },
  });
}

/** Gives a person's seat or place in line back. */
export async function takeSeatBack(
  locale: Locale,
  slug: string,
  registrationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, `/organise/trips/${slug}/registrations/${registrationId}`);
  const actor = await requirePerson(page);
  const reason = textOf(form, "reason");
  const withdrawn = await withdraw(actor, { registrationId, reason }, new Date());
  if (!withdrawn.ok) return refuse(locale, previous, form, withdrawn);
  redirect(`${page}?done=withdrawn`);
}

/** Corrects what was marked of a person on a day, or in a part of it, with a written reason. */
export async function correctMark(
  locale: Locale,
  place: { tripId: string; slug: string; registrationId: string },
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const { tripId, slug, registrationId } = place;
  const page = localePath(locale, `/organise/trips/${slug}/registrations/${registrationId}`);
  const actor = await requirePerson(page);
  const [date = "", part = ""] = textOf(form, "date").split(" ");
  const reference = partAsked(part);
  if (!reference) notFound();
  const chosen = textOf(form, "present");
  const present = chosen === "" ? null : chosen === "yes";
  const reason = textOf(form, "reason");
  const correction = { tripId, date, ...reference, registrationId, present, reason };
  const corrected = await correctAttendance(actor, correction, new Date());
  if (!corrected.ok) return refuse(locale, previous, form, corrected);
  redirect(`${page}?done=corrected`);
}
