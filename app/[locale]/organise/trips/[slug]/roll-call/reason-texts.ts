import { getTranslations } from "next-intl/server";

/** Words of the question why a mark was corrected. */
export async function reasonTexts() {
  const t = await getTranslations("rollCall.why");
  return {
    ask: t("ask", { name: "{name}" }),
    hint: t("hint"),
    save: t("save"),
    leave: t("leave"),
    said: t("said", { reason: "{reason}" }),
  };
}
