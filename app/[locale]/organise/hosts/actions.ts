"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { addSpeaker, createHost } from "#domain/host/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { localizedOf, textOf } from "../read-form.ts";
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
