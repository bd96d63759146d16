import { getTranslations } from "next-intl/server";

/** Words of the comparison. */
export async function comparisonTexts() {
  const t = await getTranslations("signedSheet");
  return {
    states: {
      present: t("state.present"),
      absent: t("state.absent"),
      unmarked: t("state.unmarked"),
      contradicted: t("state.contradicted"),
    },
    differences: {
      presentUnsigned: t("difference.presentUnsigned"),
      absentSigned: t("difference.absentSigned"),
      unmarkedSigned: t("difference.unmarkedSigned"),
      contradicted: t("difference.contradicted"),
    },
    signed: t("signed"),
    unsigned: t("unsigned"),
    explain: t("explain"),
    correctToPresent: t("correctToPresent"),
    correctToAbsent: t("correctToAbsent"),
    walkIn: t("walkIn"),
    removeWalkIn: t("removeWalkIn"),
    words: t("words"),
    rest: t("rest"),
    restHint: t("restHint"),
    save: t("save"),
  };
}

export type ComparisonTexts = Awaited<ReturnType<typeof comparisonTexts>>;
