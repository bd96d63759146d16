import { getTranslations } from "next-intl/server";
import type { QuestionTexts } from "#components/question-fields.tsx";

/** Words of a form of questions. */
export async function questionTexts(): Promise<QuestionTexts> {
  const t = await getTranslations("question");
  return {
    yes: t("yes"),
    no: t("no"),
    sent: t("sent"),
    remove: t("remove"),
    fileTooLarge: t("problem.fileTooLarge"),
  };
}
