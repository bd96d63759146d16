"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { addSpeaker, createHost } from "#domain/host/commands.ts";
import { mergeRecords } from "#domain/merge/commands.ts";
import { changeRecord, forgetFormerName, removeRecord } from "#domain/record/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { localizedOf, numberOf, textOf } from "../read-form.ts";
import { refuse } from "../refuse.ts";

export async function makeHost(
  locale: Locale,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const list = localePath(locale, "/organise/hosts");
  const actor = await requirePerson(list);
  const facts = {
    name: textOf(form, "name"),
    nameEn: textOf(form, "nameEn") || null,
    placeId: textOf(form, "placeId"),
  };
  const made = await createHost(actor, facts, new Date());
  if (!made.ok) return refuse(locale, previous, form, made);
  redirect(`${list}/${made.hostId}?done=host`);
}

export async function makeSpeaker(
  locale: Locale,
  hostId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, `/organise/hosts/${hostId}`);
  const actor = await requirePerson(page);
  const facts = {
    hostId,
    givenName: textOf(form, "givenName"),
    familyName: textOf(form, "familyName"),
    role: localizedOf(form, "role"),
    publicationBasis: textOf(form, "publicationBasis") || null,
  };
  const made = await addSpeaker(actor, facts, new Date());
  if (!made.ok) return refuse(locale, previous, form, made);
  redirect(`${page}?done=speaker`);
}

/** Changes a host or another organisation. */
export async function keepHost(
  locale: Locale,
  organisationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, `/organise/hosts/${organisationId}`);
  const actor = await requirePerson(page);
  const limit = textOf(form, "groupLimit");
  const facts = {
    organisationId,
    name: textOf(form, "name"),
    nameEn: textOf(form, "nameEn") || null,
    placeId: textOf(form, "placeId") || null,
    groupLimit: limit ? numberOf(limit) : null,
    calledUntil: textOf(form, "calledUntil") || null,
  };
  const saved = await changeRecord(actor, facts, new Date());
  if (!saved.ok) return refuse(locale, previous, form, saved);
  redirect(`${page}?done=changed`);
}

export async function dropName(
  locale: Locale,
  organisationId: string,
  validTo: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, `/organise/hosts/${organisationId}`);
  const actor = await requirePerson(page);
  const gone = await forgetFormerName(actor, { organisationId, validTo }, new Date());
  if (!gone.ok) return refuse(locale, previous, form, gone);
  redirect(`${page}?done=changed`);
}

export async function dropHost(
  locale: Locale,
  organisationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const list = localePath(locale, "/organise/hosts");
  const actor = await requirePerson(list);
  const gone = await removeRecord(actor, { organisationId }, new Date());
  if (!gone.ok) return refuse(locale, previous, form, gone);
  redirect(list);
}

/** Makes one of two records that are the same. */
export async function joinHosts(
  locale: Locale,
  from: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const list = localePath(locale, "/organise/hosts");
  const actor = await requirePerson(list);
  const into = textOf(form, "into");
  const joined = into
    ? await mergeRecords(actor, { from, into }, new Date())
    : ({ ok: false, reason: "invalid", detail: { into: "mergeMissing" } } as const);
  if (!joined.ok) return refuse(locale, previous, form, joined);
  redirect(`${list}/${into}?done=merged`);
}
