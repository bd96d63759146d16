"use server";

import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { namePlace } from "#domain/naming/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { textOf } from "../../../organise/read-form.ts";
import { withErrors } from "../../../organise/refuse.ts";
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
  const person = {
    givenName: textOf(form, "givenName"),
    familyName: textOf(form, "familyName"),
    position: textOf(form, "position"),
    email: textOf(form, "email"),
    phone: textOf(form, "phone"),
  };
  const named = await namePlace(actor, { ...person, registrationId }, new Date());
  if (named.ok) redirect(withDone(localePath(locale, page), "named"));
  if (named.reason === "notFound") notFound();
  const inPerson = await getTranslations({ locale, namespace: "errors" });
  const t = await getTranslations({ locale, namespace: "municipality.delegation.problem" });
  const errors =
    named.reason === "invalid"
      ? Object.entries(named.detail ?? {}).map(([name, key]) => ({
          name,
          message: inPerson(String(key) as "emailMissing"),
        }))
      : [
          {
            name: named.reason === "alreadyRegistered" ? "email" : "form",
            message: t(named.reason),
          },
        ];
  return withErrors(locale, previous, form, errors);
}
