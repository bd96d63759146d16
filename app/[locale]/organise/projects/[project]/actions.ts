"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { addLogo, moveLogo, removeLogo, renameLogo } from "#domain/logo/commands.ts";
import type { LogoReference } from "#domain/logo/schema.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { localizedOf } from "../../read-form.ts";
import { refuse } from "../../refuse.ts";

/** Adds a logo to those of a project. */
export async function sendLogo(
  locale: Locale,
  projectId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const { page, actor } = await fromOwnPage(locale, projectId);
  const file = form.get("logo");
  const bytes = file instanceof File ? await file.bytes() : new Uint8Array();
  const sent = { projectId, name: localizedOf(form, "logoName"), bytes };
  const added = await addLogo(actor, sent, new Date());
  if (!added.ok) return refuse(locale, previous, form, added);
  redirect(`${page}?logo=added`);
}

/** Says anew whose logo it is. */
export async function nameLogo(
  locale: Locale,
  place: LogoReference,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const { page, actor } = await fromOwnPage(locale, place.projectId);
  const name = localizedOf(form, "logoName");
  const named = await renameLogo(actor, { ...place, name }, new Date());
  if (!named.ok) return refuse(locale, previous, form, named);
  redirect(`${page}?logo=renamed`);
}

/** Lets a logo change places with the one before it. */
export async function moveLogoForward(
  locale: Locale,
  place: LogoReference,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const { page, actor } = await fromOwnPage(locale, place.projectId);
  const moved = await moveLogo(actor, place, new Date());
  if (!moved.ok) return refuse(locale, previous, form, moved);
  redirect(`${page}?logo=moved`);
}

/** Takes a logo away. */
export async function dropLogo(
  locale: Locale,
  place: LogoReference,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const { page, actor } = await fromOwnPage(locale, place.projectId);
  const gone = await removeLogo(actor, place, new Date());
  if (!gone.ok) return refuse(locale, previous, form, gone);
  redirect(`${page}?logo=removed`);
}

/** Who sent a form, from a page of ours, and where that page is. */
async function fromOwnPage(locale: Locale, projectId: string) {
  await demandOwnOrigin();
  const page = localePath(locale, `/organise/projects/${projectId}`);
  return { page, actor: await requirePerson(page) };
}
