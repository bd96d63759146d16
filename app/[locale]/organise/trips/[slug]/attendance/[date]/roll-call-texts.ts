import { getTranslations } from "next-intl/server";

/** Words of the list. `{present}` and the like stay in them, for the browser to fill in with each tap. */
export async function rollCallTexts(all: number) {
  const t = await getTranslations("attendance");
  const inCheckIn = await getTranslations("checkIn");
  return {
    present: t("present"),
    absent: t("absent"),
    contradicted: t("contradicted"),
    unmarked: t("unmarked"),
    withdrawn: t("withdrawn"),
    byAttendee: inCheckIn("byAttendee"),
    head: t("head"),
    noPhotos: t("noPhotos"),
    group: t("group", { name: "{name}" }),
    call: t("call", { name: "{name}" }),
    summary: t("summary", { present: "{present}", all }),
    missing: t("missing", { names: "{names}" }),
    nobodyMissing: t("nobodyMissing"),
    stillUnmarked: t("stillUnmarked", { names: "{names}" }),
    disagreed: t("disagreed", { names: "{names}" }),
    more: t("more", { more: "{more}" }),
    notSaved: t("notSaved", { name: "{name}" }),
  };
}

export type RollCallTexts = Awaited<ReturnType<typeof rollCallTexts>>;
