"use server";

import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import type { PlaceReference } from "#domain/registration/schema.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { keepAnswers } from "../../../../answers.ts";

/** Keeps what the coordinator answers for somebody. */
export async function answerOfMember(
  locale: Locale,
  place: PlaceReference,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, `/municipality/registrations/${place.registrationId}/questions`);
  const actor = await requirePerson(page);
  return keepAnswers({ actor, subject: place, page, locale, previous, form });
}
