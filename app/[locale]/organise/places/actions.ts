"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { createPlace } from "#domain/host/commands.ts";
import type { NewPlace } from "#domain/host/schema.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { numberOf, textOf } from "../read-form.ts";
import { refuse } from "../refuse.ts";

export async function makePlace(
  locale: Locale,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, "/organise/places");
  const actor = await requirePerson(page);
  const facts = {
    name: textOf(form, "name"),
    region: textOf(form, "region") as NewPlace["region"],
    latitude: numberOf(textOf(form, "latitude")),
    longitude: numberOf(textOf(form, "longitude")),
  };
  const made = await createPlace(actor, facts, new Date());
  if (!made.ok) return refuse(locale, previous, form, made);
  redirect(`${page}?done=place`);
}
