import { getTranslations } from "next-intl/server";
import { reasonTexts } from "./reason-texts.ts";
import { walkInTexts } from "./walk-in-texts.ts";

/** Words of the roll call. `{name}` and the like stay in them, for the phone to fill in. */
export async function rollCallTexts() {
  const t = await getTranslations("rollCall");
  const inList = await getTranslations("attendance");
  return {
    present: inList("present"),
    absent: inList("absent"),
    unmarked: inList("unmarked"),
    contradicted: inList("contradicted"),
    head: inList("head"),
    noPhotos: inList("noPhotos"),
    group: inList("group", { name: "{name}" }),
    call: inList("call", { name: "{name}" }),
    more: inList("more", { more: "{more}" }),
    allThere: inList("nobodyMissing"),
    summary: t("summary", { present: "{present}", all: "{all}" }),
    missing: t("missing", { names: "{names}" }),
    unsent: t("unsent", { count: "{count}" }),
    allSent: t("allSent"),
    offline: t("offline"),
    refused: t("refused"),
    signIn: t("signIn"),
    search: t("search"),
    day: t("day"),
    place: t("place"),
    wholeDay: t("wholeDay"),
    pickup: t("pickup", { time: "{time}", spot: "{spot}" }),
    delegations: t("delegations"),
    whole: t("whole", { count: "{count}", organisation: "{organisation}" }),
    decide: t("decide"),
    saidBy: t("saidBy", { name: "{name}", state: "{state}" }),
    revoked: t("revoked", { name: "{name}" }),
    byAttendee: await byAttendee(),
    notTaken: inList("notTaken"),
    notRead: t("notRead"),
    loading: t("loading"),
    notKept: t("notKept", { name: "{name}", reason: "{reason}" }),
    notFound: t("nobodyFound"),
    reason: {
      revoked: t("reason.revoked"),
      notRunning: t("reason.notRunning"),
      closed: t("reason.closed"),
      dayLocked: t("reason.dayLocked"),
      other: t("reason.other"),
    },
    why: await reasonTexts(),
    walkIn: await walkInTexts(),
  };
}

const byAttendee = async () => (await getTranslations("checkIn"))("byAttendee");

export type RollCallTexts = Awaited<ReturnType<typeof rollCallTexts>>;

/** A text with its `{places}` filled in. */
export const fill = (text: string, facts: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (whole, key: string) => String(facts[key] ?? whole));
