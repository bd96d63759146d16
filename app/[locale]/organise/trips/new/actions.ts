"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { createTrip } from "#domain/trip/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { numberOf, textOf } from "../../read-form.ts";
import { refuse } from "../../refuse.ts";
import { readTrip } from "../read-trip.ts";

/** Makes a draft for the chosen organisation, or for the only one that the person organises for. */
export async function makeTrip(
  locale: Locale,
  onlyOrganisation: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(localePath(locale, "/organise/trips/new"));
  const organisationId = textOf(form, "organisationId") || onlyOrganisation;
  const capacity = numberOf(textOf(form, "capacity"));
  const facts = { ...readTrip(form), organisationId, capacity };
  const made = await createTrip(actor, facts, new Date());
  if (!made.ok) return refuse(locale, previous, form, made);
  redirect(localePath(locale, `/organise/trips/${made.slug}?done=created`));
}
