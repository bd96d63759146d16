"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { mergeSpeakers } from "#domain/merge/commands.ts";
import { changeSpeaker, removeSpeaker } from "#domain/speaker/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { localizedOf, textOf } from "../../read-form.ts";
import { refuse } from "../../refuse.ts";

const hostOf = (locale: Locale, id: string) => localePath(locale, `/organise/hosts/${id}`);

export async function keepSpeaker(
  locale: Locale,
  speakerId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(localePath(locale, `/organise/speakers/${speakerId}`));
  const facts = {
    speakerId,
    organisationId: textOf(form, "organisationId"),
    givenName: textOf(form, "givenName"),
    familyName: textOf(form, "familyName"),
    role: localizedOf(form, "role"),
    publicationBasis: textOf(form, "publicationBasis") || null,
  };
  const saved = await changeSpeaker(actor, facts, new Date());
  if (!saved.ok) return refuse(locale, previous, form, saved);
  redirect(`${hostOf(locale, facts.organisationId)}?done=changed`);
}

export async function dropSpeaker(
  locale: Locale,
  speakerId: string,
  organisationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(localePath(locale, `/organise/speakers/${speakerId}`));
  const gone = await removeSpeaker(actor, { speakerId }, new Date());
  if (!gone.ok) return refuse(locale, previous, form, gone);
  redirect(`${hostOf(locale, organisationId)}?done=removed`);
}

/** Makes one of two records of the same person. */
export async function joinSpeakers(
  locale: Locale,
  from: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(localePath(locale, `/organise/speakers/${from}`));
  const into = textOf(form, "into");
  const joined = into
    ? await mergeSpeakers(actor, { from, into }, new Date())
    : ({ ok: false, reason: "invalid", detail: { into: "mergeMissing" } } as const);
  if (!joined.ok) return refuse(locale, previous, form, joined);
  redirect(localePath(locale, `/organise/speakers/${into}?done=merged`));
}
