import { describe, expect, it } from "vitest";
import { momentInRiga } from "#lib/dates.ts";
import { arrival, corrects, keptUntil, type Leader, markOf, type Tap } from "./rules.ts";

const dates = ["2026-06-12", "2026-06-13"];
const at = (date: string, clock = "12:00") => momentInRiga(date, clock);
const onTheWay = at("2026-06-12");

describe("a tap", () => {
  const place = { date: "2026-06-12", agendaItemId: null, pickupId: null };
  const hand = { recordedBy: "ilze", by: "Ilze", device: "phone" };
  const tap = (id: string, changes: Partial<Tap> = {}): Tap => ({
    id,
    ...place,
    ...hand,
    registrationId: "anna",
    present: true,
    deviceNumber: 1,
    reason: null,
    ...changes,
  });

  it("takes the place of what is known of that person in that place, and of nothing else", () => {
    const known = [
      markOf(tap("1"), [], onTheWay),
      markOf(tap("2", { registrationId: "zane" }), [], onTheWay),
      markOf(tap("3", { date: "2026-06-13" }), [], onTheWay),
      markOf(tap("4", { pickupId: "stop" }), [], onTheWay),
    ];
    expect(markOf(tap("5"), known, onTheWay).overrules).toEqual(["1"]);
    expect(markOf(tap("6", { pickupId: "stop" }), known, onTheWay).overrules).toEqual(["4"]);
  });
});

describe("a mark that arrives", () => {
  const crew: Leader = { role: "crew", endedAt: null };
  const organiser: Leader = { role: "organiser", endedAt: null };

  it("is taken of organisers at any time, and of crew while the trip runs", () => {
    expect(arrival(organiser, at("2026-01-01"), dates, at("2027-01-01"))).toBe("kept");
    expect(arrival(crew, at("2026-06-12"), dates, at("2026-06-14"))).toBe("kept");
    expect(arrival(crew, at("2026-06-12"), dates, at("2026-06-01"))).toBe("notRunning");
  });

  it("is taken of crew for two weeks more, if it was made on the way", () => {
    expect(arrival(crew, onTheWay, dates, at("2026-06-27", "23:59"))).toBe("kept");
    expect(arrival(crew, onTheWay, dates, at("2026-06-28"))).toBe("notRunning");
    expect(arrival(crew, at("2026-06-20"), dates, at("2026-06-20"))).toBe("notRunning");
  });

  it("is taken of whoever led the trip when it was made, and of nobody for later", () => {
    const ended: Leader = { role: "crew", beganAt: at("2026-06-01"), endedAt: at("2026-06-12") };
    expect(arrival(ended, at("2026-06-12", "11:59"), dates, at("2026-06-13"))).toBe(
      "keptAsRevoked",
    );
    expect(arrival(ended, at("2026-06-12", "12:00"), dates, at("2026-06-13"))).toBe("revoked");
    expect(arrival(ended, at("2026-05-31"), dates, at("2026-06-13"))).toBe("revoked");
    expect(arrival(ended, at("2026-06-12", "11:59"), dates, at("2026-07-13"))).toBe("notRunning");
  });
});

it("a phone forgets a trip 48 hours after its last day", () => {
  expect(keptUntil(["2026-06-13", "2026-06-12"])).toEqual(at("2026-06-16", "00:00"));
});

it("a first mark corrects nothing, another answer does, and so does deciding between two", () => {
  expect(corrects("unmarked", true)).toBe(false);
  expect(corrects("present", true)).toBe(false);
  expect(corrects("present", false)).toBe(true);
  expect(corrects("absent", true)).toBe(true);
  expect(corrects("contradicted", true)).toBe(true);
  expect(corrects("contradicted", false)).toBe(true);
});
