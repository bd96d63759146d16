"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { copyTrip } from "#domain/copy/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { textOf } from "../../../read-form.ts";
import { refuse } from "../../../refuse.ts";

/** Makes a draft of another year from this trip. */
export async function makeCopy(
  locale: Locale,
  tripId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(localePath(locale, "/organise"));
  const wish = { tripId, firstDay: textOf(form, "firstDay"), title: textOf(form, "title") };
  const made = await copyTrip(actor, wish, new Date());
  if (!made.ok) return refuse(locale, previous, form, made);
  redirect(localePath(locale, `/organise/trips/${made.slug}?done=copied`));
}
