import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { FormState } from "#components/form-state.ts";
import type { Locale } from "#lib/locales.ts";
import { textOf } from "./organise/read-form.ts";
import { type Refused, withErrors } from "./organise/refuse.ts";

// A form in which somebody else is named, of a delegation or in a person's place.

export const readNamed = (form: FormData) => ({
  givenName: textOf(form, "givenName"),
  familyName: textOf(form, "familyName"),
  position: textOf(form, "position"),
  email: textOf(form, "email"),
  phone: textOf(form, "phone"),
});

/** Reasons that are about the address that was typed. */
const ofAddress = new Set(["alreadyRegistered", "samePerson"]);

/** The form as it was sent, with a sentence at each field, or at the top, that says what to do. */
export async function refuseNamed(
  locale: Locale,
  previous: FormState,
  form: FormData,
  { reason, detail = {} }: Refused,
): Promise<FormState> {
  if (reason === "notFound") notFound();
  const inPerson = await getTranslations({ locale, namespace: "errors" });
  const t = await getTranslations({ locale, namespace: "municipality.delegation.problem" });
  const errors =
    reason === "invalid"
      ? Object.entries(detail).map(([name, key]) => ({
          name,
          message: inPerson(String(key) as "emailMissing"),
        }))
      : [{ name: ofAddress.has(reason) ? "email" : "form", message: t(reason as "closed") }];
  return withErrors(locale, previous, form, errors);
}
