"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { declineSignOff, signOff } from "#domain/sign-off/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { textOf } from "../../../../organise/read-form.ts";
import { refuse } from "../../../../organise/refuse.ts";

/** The municipality's yes. */
export async function sayYes(
  locale: Locale,
  registrationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, `/municipality/registrations/${registrationId}/sign-off`);
  const actor = await requirePerson(page);
  const signed = await signOff(actor, { registrationId }, new Date());
  if (!signed.ok) return refuse(locale, previous, form, signed);
  redirect(page);
}

/** The municipality's no, with its reason. */
export async function sayNo(
  locale: Locale,
  registrationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, `/municipality/registrations/${registrationId}/sign-off`);
  const actor = await requirePerson(page);
  const wish = { registrationId, reason: textOf(form, "reason") };
  const declined = await declineSignOff(actor, wish, new Date());
  if (!declined.ok) {
    const detail = { reason: "declineReasonMissing" };
    return refuse(locale, previous, form, { ...declined, detail });
  }
  redirect(page);
}
