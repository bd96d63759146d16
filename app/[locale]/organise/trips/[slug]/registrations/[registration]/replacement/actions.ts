"use server";

import type { FormState } from "#components/form-state.ts";
import type { PlaceReference } from "#domain/registration/schema.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { signedIn } from "../../../../../../place-form.ts";
import {
  acceptProposed,
  declineProposed,
  nameSuccessor,
} from "../../../../../../replacement-answers.ts";

/** Somebody else, of whom the organiser decides. */
export async function nameAsOrganiser(
  locale: Locale,
  slug: string,
  place: PlaceReference,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const page = pageOf(locale, slug, place);
  return nameSuccessor(await signedIn({ place, page, locale, previous, form }));
}

/** The one whom the person proposes. */
export async function acceptAsOrganiser(
  locale: Locale,
  slug: string,
  place: PlaceReference,
  proposalId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const page = pageOf(locale, slug, place);
  return acceptProposed(await signedIn({ place, page, locale, previous, form }), proposalId);
}

/** Not the one whom the person proposes. */
export async function declineAsOrganiser(
  locale: Locale,
  slug: string,
  place: PlaceReference,
  proposalId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const page = pageOf(locale, slug, place);
  return declineProposed(await signedIn({ place, page, locale, previous, form }), proposalId);
}

const pageOf = (locale: Locale, slug: string, { registrationId }: PlaceReference) =>
  localePath(locale, `/organise/trips/${slug}/registrations/${registrationId}`);
