"use server";

import { redirect } from "next/navigation";
import type { FormState } from "#components/form-state.ts";
import { chooseHead } from "#domain/head/commands.ts";
import type { PlaceReference } from "#domain/registration/schema.ts";
import { withdraw } from "#domain/withdrawal/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { refuseNamed } from "../../../../named-person.ts";
import { textOf } from "../../../../organise/read-form.ts";
import { refuse } from "../../../../organise/refuse.ts";
import { keepPhotoWish } from "../../../../photo-wish-answers.ts";
import { signedIn } from "../../../../place-form.ts";
import { acceptProposed, declineProposed, nameSuccessor } from "../../../../replacement-answers.ts";

/** Somebody else, of whom the coordinator decides. */
export async function nameAnother(
  locale: Locale,
  place: PlaceReference,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const page = pageOf(locale, place);
  return nameSuccessor(await signedIn({ place, page, locale, previous, form }));
}

/** The one whom the person proposes. */
export async function acceptFor(
  locale: Locale,
  place: PlaceReference,
  proposalId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const page = pageOf(locale, place);
  return acceptProposed(await signedIn({ place, page, locale, previous, form }), proposalId);
}

/** Not the one whom the person proposes. */
export async function declineFor(
  locale: Locale,
  place: PlaceReference,
  proposalId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const page = pageOf(locale, place);
  return declineProposed(await signedIn({ place, page, locale, previous, form }), proposalId);
}

/** The one who answers for the delegation on the way. */
export async function makeHead(
  locale: Locale,
  place: PlaceReference,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const page = pageOf(locale, place);
  const { actor } = await signedIn({ place, page, locale, previous, form });
  const chosen = await chooseHead(actor, place, new Date());
  if (!chosen.ok) return refuseNamed(locale, previous, form, chosen);
  redirect(page);
}

/** Whether the person wishes no photographs, as told by them. */
export async function wishFor(
  locale: Locale,
  place: PlaceReference,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const page = pageOf(locale, place);
  return keepPhotoWish(await signedIn({ place, page, locale, previous, form }));
}

/** Gives the place back, with the reason that its person reads. */
export async function takeBack(
  locale: Locale,
  place: PlaceReference,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const page = pageOf(locale, place);
  const { actor } = await signedIn({ place, page, locale, previous, form });
  const withdrawn = await withdraw(actor, { ...place, reason: textOf(form, "reason") }, new Date());
  if (!withdrawn.ok) return refuse(locale, previous, form, withdrawn);
  redirect(localePath(locale, "/municipality"));
}

const pageOf = (locale: Locale, { registrationId }: PlaceReference) =>
  localePath(locale, `/municipality/registrations/${registrationId}/replacement`);
