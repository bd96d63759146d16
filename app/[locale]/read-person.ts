import { getTranslations } from "next-intl/server";
import { type FormState, typed } from "#components/form-state.ts";
import { personFields } from "#components/person-fields.tsx";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { municipalitiesForSelect } from "#domain/organisation/queries.ts";
import { municipalityOfAddress } from "#domain/organisation/rules.ts";
import { defaultLocale, type Locale } from "#lib/locales.ts";

/**
 * The answers of a form that asks who somebody is. A municipality that was not chosen is the one whose
 * domain the address is at, as the form itself would have chosen with JavaScript.
 */
export async function readPerson(actor: Actor, form: FormData) {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const answers = Object.fromEntries(personFields.map((name) => [name, text(name)]));
  const { email = "", organisation = "", ...others } = answers;
  const address = isPerson(actor) ? actor.email : email;
  return {
    ...others,
    email: address,
    organisation: organisation || (await behind(actor, address)),
  };
}

async function behind(actor: Actor, address: string): Promise<string> {
  const municipalities = await municipalitiesForSelect(actor, defaultLocale);
  return municipalityOfAddress(address, municipalities) ?? "";
}

/** The form as it was sent, with a sentence at every field that must be mended. */
export async function refusePerson(
  locale: Locale,
  previous: FormState,
  form: FormData,
  reasons: Record<string, string | number>,
): Promise<FormState> {
  const t = await getTranslations({ locale, namespace: "errors" });
  const errors = [...personFields, "locale"].flatMap((name) => {
    const reason = reasons[name];
    return reason ? [{ name, message: t(reason as "phoneMissing") }] : [];
  });
  const title = t("mend", { count: errors.length });
  return { attempt: previous.attempt + 1, values: typed(form), title, errors };
}
