"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import { refuse } from "#app/[locale]/organise/refuse.ts";
import type { FormState } from "#components/form-state.ts";
import { choosePickup } from "#domain/boarding/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";

/** Chooses where oneself gets on. */
export async function choose(
  locale: Locale,
  slug: string,
  registrationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const registration = localePath(locale, `/trips/${slug}/registration`);
  const actor = await requirePerson(`${registration}/pickup`);
  const pickupId = String(form.get("pickupId") ?? "");
  const chosen = await choosePickup(actor, { registrationId, pickupId }, new Date());
  if (!chosen.ok) return refuse(locale, previous, form, chosen);
  redirect(`${registration}/pickup?done=1`);
}
