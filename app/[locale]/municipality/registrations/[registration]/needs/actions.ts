"use server";

import type { FormState } from "#components/form-state.ts";
import type { PlaceReference } from "#domain/registration/schema.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { dropNeeds, keepNeeds } from "../../../../need-answers.ts";
import { signedIn } from "../../../../place-form.ts";

/** What somebody of the delegation needs, as they told the coordinator. */
export async function saveFor(
  locale: Locale,
  place: PlaceReference,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const page = pageOf(locale, place);
  return keepNeeds(await signedIn({ place, page, locale, previous, form }));
}

/** Takes it back, as the person asked. */
export async function withdrawFor(
  locale: Locale,
  place: PlaceReference,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const page = pageOf(locale, place);
  return dropNeeds(await signedIn({ place, page, locale, previous, form }));
}

const pageOf = (locale: Locale, { registrationId }: PlaceReference) =>
  localePath(locale, `/municipality/registrations/${registrationId}/needs`);
