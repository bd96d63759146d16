"use server";

import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import {
  acceptProposed,
  declineProposed,
  nameSuccessor,
} from "../../../../../../replacement-answers.ts";

/** Somebody else, of whom the organiser decides. */
export async function nameAsOrganiser(
  locale: Locale,
  slug: string,
  registrationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = pageOf(locale, slug, registrationId);
  const actor = await requirePerson(page);
  return nameSuccessor({ actor, registrationId, page, locale, previous, form });
}

/** The one whom the person proposes. */
export async function acceptAsOrganiser(
  locale: Locale,
  slug: string,
  registrationId: string,
  proposalId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = pageOf(locale, slug, registrationId);
  const actor = await requirePerson(page);
  return acceptProposed({ actor, registrationId, page, locale, previous, form }, proposalId);
}

/** Not the one whom the person proposes. */
export async function declineAsOrganiser(
  locale: Locale,
  slug: string,
  registrationId: string,
  proposalId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = pageOf(locale, slug, registrationId);
  const actor = await requirePerson(page);
  return declineProposed({ actor, registrationId, page, locale, previous, form }, proposalId);
}

const pageOf = (locale: Locale, slug: string, registrationId: string) =>
  localePath(locale, `/organise/trips/${slug}/registrations/${registrationId}`);
