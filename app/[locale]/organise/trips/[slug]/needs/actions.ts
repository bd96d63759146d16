"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { keepNeedsFor } from "#domain/need/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { numberOf, textOf } from "../../../read-form.ts";
import { refuse } from "../../../refuse.ts";

/** How long after the trip what people need is kept. */
export async function keepFor(
  locale: Locale,
  slug: string,
  tripId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, `/organise/trips/${slug}/needs`);
  const actor = await requirePerson(page);
  const days = numberOf(textOf(form, "days"));
  const kept = await keepNeedsFor(actor, { tripId, days }, new Date());
  if (kept.ok) redirect(`${page}?done=kept`);
  return refuse(locale, previous, form, kept);
}
