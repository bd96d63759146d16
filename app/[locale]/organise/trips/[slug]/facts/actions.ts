"use server";

import { notFound, redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { switchCheckIn } from "#domain/check-in/commands.ts";
import { editTrip } from "#domain/trip/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { refuse } from "../../../refuse.ts";
import { readTrip } from "../../read-trip.ts";

export async function saveTrip(
  locale: Locale,
  tripId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(localePath(locale, "/organise"));
  const saved = await editTrip(actor, { tripId, ...readTrip(form) }, new Date());
  if (!saved.ok) return refuse(locale, previous, form, saved);
  redirect(localePath(locale, `/organise/trips/${saved.slug}?done=facts`));
}

/** Whether people of the trip may check in themselves. Once the trip is over, that changes no more. */
export async function setCheckIn(
  locale: Locale,
  slug: string,
  tripId: string,
  on: boolean,
): Promise<void> {
  await demandOwnOrigin();
  const page = localePath(locale, `/organise/trips/${slug}/facts`);
  const actor = await requirePerson(page);
  const switched = await switchCheckIn(actor, { tripId, on }, new Date());
  if (!switched.ok && switched.reason === "notFound") notFound();
  // Another address each time, or the page stays as it was.
  redirect(`${page}?checkIn=${on ? "on" : "off"}#check-in`);
}
