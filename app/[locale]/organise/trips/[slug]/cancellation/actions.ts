"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { cancelTrip } from "#domain/trip-state/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { localizedOf } from "../../../read-form.ts";
import { refuse } from "../../../refuse.ts";

export async function callOff(
  locale: Locale,
  tripId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(localePath(locale, "/organise"));
  const reason = localizedOf(form, "reason");
  const cancelled = await cancelTrip(actor, { tripId, reason }, new Date());
  if (!cancelled.ok) return refuse(locale, previous, form, cancelled);
  redirect(localePath(locale, `/organise/trips/${cancelled.slug}?done=cancelled`));
}
