"use server";

import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { answerNo, answerYes } from "../../../../../../sign-off-answers.ts";

/** The municipality's yes, as the organiser heard it. */
export async function sayYesFor(
  locale: Locale,
  slug: string,
  registrationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = pageOf(locale, slug, registrationId);
  const actor = await requirePerson(page);
  return answerYes({ actor, registrationId, page, locale, previous, form });
}

/** The municipality's no, with its reason. */
export async function sayNoFor(
  locale: Locale,
  slug: string,
  registrationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = pageOf(locale, slug, registrationId);
  const actor = await requirePerson(page);
  return answerNo({ actor, registrationId, page, locale, previous, form });
}

const pageOf = (locale: Locale, slug: string, registrationId: string) =>
  localePath(locale, `/organise/trips/${slug}/registrations/${registrationId}`);
