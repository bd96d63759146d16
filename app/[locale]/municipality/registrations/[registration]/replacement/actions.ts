"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { chooseHead } from "#domain/head/commands.ts";
import { withdraw } from "#domain/withdrawal/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { refuseNamed } from "../../../../named-person.ts";
import { textOf } from "../../../../organise/read-form.ts";
import { refuse } from "../../../../organise/refuse.ts";
import { acceptProposed, declineProposed, nameSuccessor } from "../../../../replacement-answers.ts";

/** Somebody else, of whom the coordinator decides. */
export async function nameAnother(
  locale: Locale,
  registrationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = pageOf(locale, registrationId);
  const actor = await requirePerson(page);
  return nameSuccessor({ actor, registrationId, page, locale, previous, form });
}

/** The one whom the person proposes. */
export async function acceptFor(
  locale: Locale,
  registrationId: string,
  proposalId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = pageOf(locale, registrationId);
  const actor = await requirePerson(page);
  return acceptProposed({ actor, registrationId, page, locale, previous, form }, proposalId);
}

/** Not the one whom the person proposes. */
export async function declineFor(
  locale: Locale,
  registrationId: string,
  proposalId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = pageOf(locale, registrationId);
  const actor = await requirePerson(page);
  return declineProposed({ actor, registrationId, page, locale, previous, form }, proposalId);
}

/** The one who answers for the delegation on the way. */
export async function makeHead(
  locale: Locale,
  registrationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = pageOf(locale, registrationId);
  const actor = await requirePerson(page);
  const chosen = await chooseHead(actor, { registrationId }, new Date());
  if (!chosen.ok) return refuseNamed(locale, previous, form, chosen);
  redirect(page);
}

/** Gives the place back, with the reason that its person reads. */
export async function takeBack(
  locale: Locale,
  registrationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(pageOf(locale, registrationId));
  const reason = textOf(form, "reason");
  const withdrawn = await withdraw(actor, { registrationId, reason }, new Date());
  if (!withdrawn.ok) return refuse(locale, previous, form, withdrawn);
  redirect(localePath(locale, "/municipality"));
}

const pageOf = (locale: Locale, registrationId: string) =>
  localePath(locale, `/municipality/registrations/${registrationId}/replacement`);
