"use server";

import { notFound } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import type { FormState } from "#components/form-state.ts";
import { actorOfSignOffLink, type MailLink } from "#domain/actor/queries.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { answerNo, answerYes } from "../../../sign-off-answers.ts";

/** The municipality's yes, by the coordinator's link. */
export async function sayYes(
  locale: Locale,
  link: MailLink,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await actorOfSignOffLink(link);
  if (!actor) notFound();
  const place = { registrationId: link.registrationId };
  return answerYes({ actor, place, page: pageOf(locale, link), locale, previous, form });
}

/** The municipality's no, with its reason. */
export async function sayNo(
  locale: Locale,
  link: MailLink,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await actorOfSignOffLink(link);
  if (!actor) notFound();
  const place = { registrationId: link.registrationId };
  return answerNo({ actor, place, page: pageOf(locale, link), locale, previous, form });
}

const pageOf = (locale: Locale, { registrationId, token }: MailLink) =>
  localePath(locale, `/sign-offs/${registrationId}/${token}`);
