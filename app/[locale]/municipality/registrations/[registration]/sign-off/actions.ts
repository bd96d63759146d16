"use server";

import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { answerNo, answerYes } from "../../../../sign-off-answers.ts";

/** The municipality's yes. */
export async function sayYes(
  locale: Locale,
  registrationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = pageOf(locale, registrationId);
  const actor = await requirePerson(page);
  return answerYes({ actor, registrationId, page, locale, previous, form });
}

/** The municipality's no, with its reason. */
export async function sayNo(
  locale: Locale,
  registrationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = pageOf(locale, registrationId);
  const actor = await requirePerson(page);
  return answerNo({ actor, registrationId, page, locale, previous, form });
}

const pageOf = (locale: Locale, registrationId: string) =>
  localePath(locale, `/municipality/registrations/${registrationId}/sign-off`);
