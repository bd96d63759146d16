import { getTranslations } from "next-intl/server";
import { partWords } from "#components/part-words.ts";

/** Words of the board. `{at}` and the like stay in them, for the browser to fill in with each change. */
export async function boardTexts() {
  const t = await getTranslations("board");
  const raw = (key: Parameters<typeof t.raw>[0]) => String(t.raw(key));
  return {
    absent: raw("absent"),
    again: raw("again"),
    byAttendee: raw("byAttendee"),
    checkedIn: raw("checkedIn"),
    expected: raw("expected"),
    live: raw("live"),
    lost: raw("lost"),
    nobodyExpected: raw("nobodyExpected"),
    nobodyMissing: raw("nobodyMissing"),
    organisation: raw("organisation"),
    over: raw("over"),
    part: raw("part"),
    parts: raw("parts"),
    partWords: await partWords(),
    present: raw("present"),
    readAt: raw("readAt"),
    sum: raw("sum"),
    unmarked: raw("unmarked"),
    walkIns: raw("walkIns"),
  };
}

export type BoardTexts = Awaited<ReturnType<typeof boardTexts>>;
