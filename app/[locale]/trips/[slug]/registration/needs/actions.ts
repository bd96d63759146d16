"use server";

import type { FormState } from "#components/form-state.ts";
import type { PlaceReference } from "#domain/registration/schema.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { dropNeeds, keepNeeds } from "../../../../need-answers.ts";
import { signedIn } from "../../../../place-form.ts";

/** Says what oneself needs on the way. */
export async function save(
  locale: Locale,
  slug: string,
  place: PlaceReference,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const page = pageOf(locale, slug, place);
  return keepNeeds(await signedIn({ place, page, locale, previous, form }));
}

/** Takes the consent back, and all that was said with it. */
export async function withdraw(
  locale: Locale,
  slug: string,
  place: PlaceReference,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const page = pageOf(locale, slug, place);
  return dropNeeds(await signedIn({ place, page, locale, previous, form }));
}

const pageOf = (locale: Locale, slug: string, _place: PlaceReference) =>
  localePath(locale, `/trips/${slug}/registration/needs`);
