import { getTranslations } from "next-intl/server";
import type { RecordFieldFacts } from "./record-field.tsx";

/** Fields of a form in which somebody else is named: who it is, and how to reach them. */
export async function memberFields(): Promise<RecordFieldFacts[]> {
  const t = await getTranslations("person");
  return [
    { kind: "line", name: "givenName", label: t("givenName.label") },
    { kind: "line", name: "familyName", label: t("familyName.label") },
    { kind: "line", name: "position", label: t("position.label") },
    { kind: "line", name: "email", label: t("email.label") },
    { kind: "line", name: "phone", label: t("phone.label"), narrow: true },
  ];
}
