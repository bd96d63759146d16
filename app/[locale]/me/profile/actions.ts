"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { saveProfile } from "#domain/profile/commands.ts";
import type { ProfileAnswers } from "#domain/profile/schema.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { readPerson, refusePerson } from "../../read-person.ts";

/** Saves one's own profile, and goes back to one's own page. */
export async function changeProfile(
  locale: Locale,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(localePath(locale, "/me/profile"));
  const answers = { ...(await readPerson(actor, form)), locale: form.get("locale") } as unknown;
  const saved = await saveProfile(actor, answers as ProfileAnswers, new Date());
  if (!saved.ok) return refusePerson(locale, previous, form, saved.detail ?? {});
  redirect(localePath(locale, "/me?done=saved"));
}
