import { describe, expect, it } from "vitest";
import { momentInRiga } from "#lib/dates.ts";
import { only, place, published, read, stop, written } from "#scripts/checks/calendar.ts";

const hostile = [
  "Komats, semikols; atpakaļsvītra \\ un \\n",
  "Rindas\r\nATTENDEE:mailto:x@example.lv\r\nEND:VEVENT\rX-EVIL:1\nX-EVIL:2\u2028X\u0000\u0007\u0085Y",
  `Pēdiņas "un" ^n: ${"😀🧑‍🚀ā".repeat(60)}`,
];

describe.each(hostile)("whatever stands in a text, such as %j", (words) => {
  const item = stop(momentInRiga("2026-06-12", "10:00"), momentInRiga("2026-06-12", "11:00"), {
    title: { lv: words },
    venue: words,
  });
  const facts = published("2026-06-12", [item], {
    title: { lv: words },
    organiser: { lv: words },
    cancelReason: { lv: words },
  });
  const text = written(facts, place, { name: words });
  const shown = words.replace(/\r\n?|[\u2028\n]/g, " ").replace(/\p{Cc}/gu, " ");

  it("comes back as it was written", () => {
    expect(only(text).summary).toBe(shown.trim());
    expect(only(text).description).toContain(shown.split(" ")[0]);
  });

  it("adds no property and no component", () => {
    const { calendar, events } = read(text);
    const names = calendar.getAllProperties().map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(["vtimezone", "vevent"]);
    const ofEvent = events[0]?.component.getAllProperties().map(({ name }) => name);
    expect(ofEvent?.sort()).toEqual(
      [
        ...["uid", "sequence", "dtstamp", "dtstart", "dtend", "summary", "location"],
        ...["description", "organizer", "url", "status", "last-modified"],
      ].sort(),
    );
    expect(calendar.getFirstPropertyValue("x-wr-calname")).toBeTypeOf("string");
  });

  it("is folded so that no line is longer than 75 octets, and none is broken within a character", () => {
    const lines = Buffer.from(text).toString("latin1").split("\r\n");
    expect(lines.filter(({ length }) => length > 75)).toEqual([]);
    for (const line of lines) {
      expect(Buffer.from(line, "latin1").toString("utf8")).not.toContain("\ufffd");
    }
    expect(text.replaceAll("\r\n", "")).not.toMatch(/\p{Cc}/u);
  });
});
