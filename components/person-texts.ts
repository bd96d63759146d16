import { getTranslations } from "next-intl/server";
import type { Locale } from "#lib/locales.ts";
import { type PersonField, type PersonTexts, personFields } from "./person-fields.tsx";

/** What can be said of an answer that must be mended: the messages of the schemas. */
const problems = [
  "emailInvalid",
  "emailMissing",
  "familyNameMissing",
  "familyNameTooLong",
  "givenNameMissing",
  "givenNameTooLong",
  "institutionMissing",
  "institutionTooLong",
  "organisationMissing",
  "phoneInvalid",
  "phoneMissing",
  "positionMissing",
  "positionTooLong",
] as const;

/** The words of a form that asks who somebody is, ready for the browser. */
export async function personTexts(locale: Locale): Promise<PersonTexts> {
  const t = await getTranslations({ locale, namespace: "person" });
  const error = await getTranslations({ locale, namespace: "errors" });
  const label = (name: PersonField) => ({ label: t(`${name}.label`) });
  return {
    fields: {
      givenName: label("givenName"),
      familyName: label("familyName"),
      email: { ...label("email"), hint: t("email.hint") },
      phone: { ...label("phone"), hint: t("phone.hint") },
      organisation: label("organisation"),
      institution: { ...label("institution"), hint: t("institution.hint") },
      position: label("position"),
    },
    problems: Object.fromEntries(problems.map((key) => [key, error(key)])),
    mend: Array.from({ length: personFields.length + 2 }, (_, count) => error("mend", { count })),
    latvia: t("latvia"),
    lithuania: t("lithuania"),
    other: t("otherOrganisation"),
    sending: t("sending"),
  };
}
