import { describe, expect, it } from "vitest";
import {
  clockInRiga,
  formatDate,
  formatDateShort,
  formatDays,
  formatDayTime,
  formatDeadline,
  formatStamp,
  formatTimeRange,
  formatWeekday,
  momentInRiga,
} from "./dates.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("Latvian dates and times", () => {
  it("writes times with a dot and ranges with an en dash", () => {
    const from = momentInRiga("2018-06-12", "08:00");
    const to = momentInRiga("2018-06-12", "10:45");
    expect(formatTimeRange(from, to, "lv")).toBe("8.00–10.45");
    expect(formatTimeRange(from, to, "en")).toBe("08:00–10:45");
  });

  it("writes a date as a heading, in short and with its weekday", () => {
    expect(plain(formatDate("2018-06-12", "lv"))).toBe("2018. gada 12. jūnijs");
    expect(formatDateShort("2018-06-12", "lv")).toBe("12.06.2018.");
    expect(plain(formatWeekday("2018-06-12", "lv"))).toBe("otrdiena, 12. jūnijs");
  });

  it("joins adjacent days by a dash and others by words", () => {
    expect(plain(formatDays(["2018-06-12", "2018-06-13"], "lv"))).toBe("2018. gada 12.–13. jūnijā");
    expect(plain(formatDays(["2018-06-12", "2018-06-19", "2018-06-20"], "lv"))).toBe(
      "2018. gada 12. un 19.–20. jūnijā",
    );
    expect(plain(formatDays(["2018-05-31", "2018-06-01"], "lv"))).toBe(
      "2018. gada 31. maijā un 1. jūnijā",
    );
    expect(plain(formatDays(["2018-06-12", "2018-06-13"], "en"))).toBe("12–13 June 2018");
    expect(plain(formatDays(["2018-06-12", "2018-06-13"], "lt"))).toBe("2018 m. birželio 12–13 d.");
  });

  it("names the year of a deadline only when it is another one", () => {
    const deadline = momentInRiga("2026-06-01", "17:00");
    expect(plain(formatDeadline(deadline, "lv", momentInRiga("2026-05-01", "09:00")))).toBe(
      "1. jūnija plkst. 17.00",
    );
    expect(plain(formatDeadline(deadline, "lv", momentInRiga("2025-12-01", "09:00")))).toBe(
      "2026. gada 1. jūnija plkst. 17.00",
    );
  });

  it("names a day and a time that stand alone in the nominative", () => {
    const departure = momentInRiga("2018-06-12", "06:30");
    expect(plain(formatDayTime(departure, "lv"))).toBe("otrdiena, 12. jūnijs, plkst. 6.30");
    expect(plain(formatDayTime(departure, "en"))).toBe("Tuesday, 12 June, 06:30");
    expect(plain(formatDayTime(departure, "lt"))).toBe("antradienis, birželio 12 d., 06:30 val.");
  });

  it("keeps the wall clock of Riga through the change to summer time", () => {
    expect(clockInRiga(momentInRiga("2026-03-28", "10:00"))).toBe("10:00");
    expect(clockInRiga(momentInRiga("2026-03-30", "10:00"))).toBe("10:00");
    expect(plain(formatStamp(new Date("2026-06-04T11:05:00Z"), "lv"))).toBe(
      "04.06.2026. plkst. 14.05",
    );
  });
});
