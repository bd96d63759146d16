"use server";

import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { dropNeeds, keepNeeds } from "../../../../need-answers.ts";

/** What somebody of the delegation needs, as they told the coordinator. */
export async function saveFor(
  locale: Locale,
  registrationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = pageOf(locale, registrationId);
  const actor = await requirePerson(page);
  return keepNeeds({ actor, registrationId, page, locale, previous, form });
}

/** Takes it back, as the person asked. */
export async function withdrawFor(
  locale: Locale,
  registrationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = pageOf(locale, registrationId);
  const actor = await requirePerson(page);
  return dropNeeds({ actor, registrationId, page, locale, previous, form });
}

const pageOf = (locale: Locale, registrationId: string) =>
  localePath(locale, `/municipality/registrations/${registrationId}/needs`);
