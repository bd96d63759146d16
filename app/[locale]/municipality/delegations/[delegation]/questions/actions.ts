"use server";

import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { keepAnswers } from "../../../../answers.ts";

/** Keeps what the coordinator answers for a delegation. */
export async function answerOfDelegation(
  locale: Locale,
  delegationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, `/municipality/delegations/${delegationId}/questions`);
  const actor = await requirePerson(page);
  return keepAnswers({ actor, subject: { delegationId }, page, locale, previous, form });
}
