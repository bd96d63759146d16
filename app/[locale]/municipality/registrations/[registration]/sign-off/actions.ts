"use server";

import type { FormState } from "#components/form-state.ts";
import type { PlaceReference } from "#domain/registration/schema.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { signedIn } from "../../../../place-form.ts";
import { answerNo, answerYes } from "../../../../sign-off-answers.ts";

/** The municipality's yes. */
export async function sayYes(
  locale: Locale,
  place: PlaceReference,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const page = pageOf(locale, place);
  return answerYes(await signedIn({ place, page, locale, previous, form }));
}

/** The municipality's no, with its reason. */
export async function sayNo(
  locale: Locale,
  place: PlaceReference,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const page = pageOf(locale, place);
  return answerNo(await signedIn({ place, page, locale, previous, form }));
}

const pageOf = (locale: Locale, { registrationId }: PlaceReference) =>
  localePath(locale, `/municipality/registrations/${registrationId}/sign-off`);
