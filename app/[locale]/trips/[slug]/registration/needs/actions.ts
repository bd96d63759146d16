"use server";

import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { dropNeeds, keepNeeds } from "../../../../need-answers.ts";

/** Says what oneself needs on the way. */
export async function save(
  locale: Locale,
  slug: string,
  registrationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = pageOf(locale, slug);
  const actor = await requirePerson(page);
  return keepNeeds({ actor, registrationId, page, locale, previous, form });
}

/** Takes the consent back, and all that was said with it. */
export async function withdraw(
  locale: Locale,
  slug: string,
  registrationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = pageOf(locale, slug);
  const actor = await requirePerson(page);
  return dropNeeds({ actor, registrationId, page, locale, previous, form });
}

const pageOf = (locale: Locale, slug: string) =>
  localePath(locale, `/trips/${slug}/registration/needs`);
