import { getTranslations } from "next-intl/server";

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
    notTaken: inList("notTaken"),
    notRead: t("notRead"),
    loading: t("loading"),
    notKept: t("notKept", { name: "{name}", reason: "{reason}" }),
    notFound: t("nobodyFound"),
    reason: {
      revoked: t("reason.revoked"),
      notRunning: t("reason.notRunning"),
      closed: t("reason.closed"),
      other: t("reason.other"),
    },
  };
}

export type RollCallTexts = Awaited<ReturnType<typeof rollCallTexts>>;

/** A text with its `{places}` filled in. */
export const fill = (text: string, facts: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (whole, key: string) => String(facts[key] ?? whole));
