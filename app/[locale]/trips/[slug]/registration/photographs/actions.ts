"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import { refuse } from "#app/[locale]/organise/refuse.ts";
import type { FormState } from "#components/form-state.ts";
import { setPhotoWish } from "#domain/photo-wish/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";

/** Says whether one wishes not to be photographed. */
export async function wish(
  locale: Locale,
  slug: string,
  registrationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, `/trips/${slug}/registration/photographs`);
  const actor = await requirePerson(page);
  const noPhotos = form.get("noPhotos") === "yes";
  const kept = await setPhotoWish(actor, { registrationId, noPhotos }, new Date());
  if (!kept.ok) return refuse(locale, previous, form, kept);
  redirect(`${page}?done=1`);
}
