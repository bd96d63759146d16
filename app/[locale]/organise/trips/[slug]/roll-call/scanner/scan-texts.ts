import { getTranslations } from "next-intl/server";

/** Words of the scanner. `{name}` stays in them, for the phone to fill in. */
export async function scanTexts() {
  const t = await getTranslations("rollCall.scan");
  const name = "{name}";
  return {
    checkIn: (await getTranslations("checkIn"))("open"),
    title: t("title"),
    open: t("open"),
    close: t("close"),
    hint: t("hint"),
    code: t("code"),
    codeHint: t("codeHint"),
    mark: t("mark"),
    marked: t("marked", { name }),
    already: t("already", { name }),
    elsewhere: t("elsewhere", { name }),
    otherTrip: t("otherTrip"),
    notOnList: t("notOnList"),
    unknown: t("unknown"),
    unknownTyped: t("unknownTyped"),
    camera: {
      refused: t("camera.refused"),
      absent: t("camera.absent"),
      busy: t("camera.busy"),
      noReader: t("camera.noReader"),
    },
  };
}

export type ScanTexts = Awaited<ReturnType<typeof scanTexts>>;
