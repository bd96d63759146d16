"use server";

import type { FormState } from "#components/form-state.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { keepPhotoWish } from "../../../../photo-wish-answers.ts";
import { signedIn } from "../../../../place-form.ts";

/** Says whether one wishes not to be photographed. */
export async function wish(
  locale: Locale,
  slug: string,
  registrationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const page = localePath(locale, `/trips/${slug}/registration/photographs`);
  return keepPhotoWish(await signedIn({ place: { registrationId }, page, locale, previous, form }));
}
