"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { namePlace } from "#domain/naming/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { readNamed, refuseNamed } from "../../../named-person.ts";
import { withDone } from "./with-done.ts";

/** Names somebody for a place. */
export async function nameOne(
  locale: Locale,
  page: string,
  registrationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(localePath(locale, page));
  const named = await namePlace(actor, { ...readNamed(form), registrationId }, new Date());
  if (named.ok) redirect(withDone(localePath(locale, page), "named"));
  return refuseNamed(locale, previous, form, named);
}
