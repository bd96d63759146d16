"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { currentActor } from "#app/_server/session.ts";
import { startSignIn } from "#app/_server/sign-in.ts";
import type { FormState } from "#components/form-state.ts";
import { isPerson } from "#domain/actor/rules.ts";
import { registrationAnswers, registrationForm } from "#domain/registration/schema.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { fieldReasons } from "#lib/result.ts";
import { readPerson, refusePerson } from "../../../read-person.ts";
import { keepDraft } from "./draft.ts";

/** Takes the answers to the check page, by way of sign-in for somebody who is not signed in. */
export async function checkAnswers(
  locale: Locale,
  slug: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await currentActor();
  const typed = await readPerson(actor, form);
  const parsed = (isPerson(actor) ? registrationAnswers : registrationForm).safeParse(typed);
  if (!parsed.success) {
    return refusePerson(locale, previous, form, fieldReasons(parsed.error.issues));
  }
  await keepDraft({ ...parsed.data, noPhotos: form.get("noPhotos") === "yes" });
  const check = localePath(locale, `/trips/${slug}/registration/check`);
  if (isPerson(actor)) redirect(check);
  await startSignIn(typed.email, check, locale);
  redirect(localePath(locale, "/sign-in/code"));
}
