"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { completeTrip, publishTrip } from "#domain/trip-state/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { refuse } from "../../refuse.ts";

/** Makes a draft public; what it still lacks is said at the top. */
export async function openTrip(
  locale: Locale,
  tripId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(localePath(locale, "/organise"));
  const opened = await publishTrip(actor, { tripId }, new Date());
  if (!opened.ok) return refuse(locale, previous, form, opened);
  redirect(localePath(locale, `/organise/trips/${opened.slug}?done=published`));
}

/** Says that the trip is over. */
export async function closeTrip(
  locale: Locale,
  tripId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(localePath(locale, "/organise"));
  const closed = await completeTrip(actor, { tripId }, new Date());
  if (!closed.ok) return refuse(locale, previous, form, closed);
  redirect(localePath(locale, `/organise/trips/${closed.slug}?done=completed`));
}
