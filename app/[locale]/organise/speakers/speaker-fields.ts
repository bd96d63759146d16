import { getTranslations } from "next-intl/server";
import type { RecordFieldFacts } from "#components/record-field.tsx";

/** The fields of a speaker, for a new one and for one on record alike. */
export async function speakerFields(): Promise<RecordFieldFacts[]> {
  const t = await getTranslations("organise");
  return [
    { kind: "line", name: "givenName", label: t("hosts.givenName") },
    { kind: "line", name: "familyName", label: t("hosts.familyName") },
    {
      kind: "localized",
      name: "role",
      label: t("hosts.role"),
      others: t("form.otherLanguages"),
      languages: { en: t("form.english"), lt: t("form.lithuanian") },
    },
    {
      kind: "line",
      name: "publicationBasis",
      label: t("hosts.basis"),
      hint: t("hosts.basisHint"),
    },
  ];
}
