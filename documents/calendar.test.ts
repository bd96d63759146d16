import type ICAL from "ical.js";
import { describe, expect, it, test } from "vitest";
import { momentInRiga } from "#lib/dates.ts";
import { locales } from "#lib/locales.ts";
import {
  home,
  only,
  place,
  published,
  read,
  said,
  stop,
  trip,
  written,
} from "#scripts/checks/calendar.ts";

describe("moments read back equal the facts", () => {
  const riga = (date: string, from: string, to: string) =>
    [date, momentInRiga(date, from), momentInRiga(date, to)] as const;
  const utc = (date: string, from: string, to: string) =>
    [date, new Date(from), new Date(to)] as const;

  it.each([
    riga("2026-06-12", "08:15", "17:45"),
    riga("2026-12-01", "06:30", "22:00"),
    // Over the night in which the clocks go forward, and the two days beside it.
    riga("2026-03-28", "09:00", "18:00"),
    riga("2026-03-29", "02:30", "04:30"),
    riga("2026-03-29", "09:00", "18:00"),
    // Over the night in which an hour is shown twice: into the first of the two, and out of the second.
    riga("2026-10-25", "02:30", "03:30"),
    utc("2026-10-25", "2026-10-25T00:15:00Z", "2026-10-25T01:15:00Z"),
    utc("2026-10-25", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"),
    utc("2026-10-25", "2026-10-25T01:30:00Z", "2026-10-25T07:00:00Z"),
    riga("2026-10-25", "09:00", "18:00"),
    // In the years of the trips that the demonstration shows.
    riga("2018-03-25", "02:00", "05:00"),
    riga("2018-06-12", "07:00", "20:00"),
  ])("on %s from %s to %s", (date, starts, ends) => {
    const event = only(written(published(date, [stop(starts, ends)])));
    expect(event.startDate.toJSDate()).toEqual(starts);
    expect(event.endDate.toJSDate()).toEqual(ends);
  });

  it("told in the clock of Riga, with its zone in the file", () => {
    const item = stop(momentInRiga("2026-06-12", "08:15"), momentInRiga("2026-06-12", "17:45"));
    const text = written(published("2026-06-12", [item]));
    expect(text).toContain("DTSTART;TZID=Europe/Riga:20260612T081500\r\n");
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
  });
});

test("while no version is published each day of the trip is an event of the whole day", () => {
  const { events } = read(written({ ...trip, dates: ["2026-06-12", "2026-06-19"] }));
  expect(
    events.map(({ summary, startDate, endDate, sequence }) => ({
      summary,
      days: `${startDate}–${endDate}`,
      sequence,
    })),
  ).toEqual([
    { summary: "Viedā pilsēta, 1.\u00a0diena", days: "2026-06-12–2026-06-13", sequence: 0 },
    { summary: "Viedā pilsēta, 2.\u00a0diena", days: "2026-06-19–2026-06-20", sequence: 0 },
  ]);
  expect(events[0]?.location).toBe("Jelgava, Liepāja");
  expect(events[0]?.description).toContain("Programma vēl tiek gatavota.");
});

test("a day says its programme, its version, who organises and who pays", () => {
  const at = (clock: string) => momentInRiga("2026-06-12", clock);
  const items = [
    stop(at("10:00"), at("10:45")),
    stop(at("11:00"), at("12:00"), { title: { lv: "Pils" }, note: { lv: "Ieeja no sētas" } }),
  ];
  const event = only(written(published("2026-06-12", items)));
  expect(event.summary).toBe("Viedā pilsēta");
  expect(event.location).toBe("Jelgava");
  expect(said(event, "url")).toBe(`${home}/trips/jelgava/itinerary`);
  expect(event.description?.split("\n")).toEqual([
    "10.00–10.45 Digitālais centrs",
    "11.00–12.00 Pils (Ieeja no sētas)",
    "",
    "Programma, 2.\u00a0versija, 20.05.2026. plkst.\u00a011.00",
    `Jaunākā versija: ${home}/trips/jelgava/itinerary`,
    "Rīkotājs: Latgales plānošanas reģions",
    "",
    "Projektu finansē Eiropas Savienība.",
    "Interreg V-A Latvija–Lietuva. Projekts LLI-59 „Open Leadership“.",
    "Par saturu atbild Latgales plānošanas reģions.",
  ]);
});

test("publication says when it was, and its number is the sequence", () => {
  const event = only(written(published("2026-06-12", [])));
  expect(event.uid).toBe(`${trip.tripId}-2026-06-12@pieredze`);
  expect(event.sequence).toBe(2);
  expect(said(event, "dtstamp")).toBe("2026-05-20T08:00:00Z");
  expect(said(event, "last-modified")).toBe("2026-05-20T08:00:00Z");
});

test("a cancelled trip cancels its events, with a higher sequence and why", () => {
  const cancelledAt = new Date("2026-06-01T08:00:00Z");
  const cancelled = { cancelledAt, cancelReason: { lv: "Vētra, plūdi; un viss" } };
  const text = written(published("2026-06-12", [], cancelled), null, { method: "CANCEL" });
  const { calendar, events } = read(text);
  expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
  const [event] = events as [ICAL.Event];
  expect(said(event, "status")).toBe("CANCELLED");
  expect(event.sequence).toBe(3);
  expect(event.summary).toBe("Brauciens atcelts: Viedā pilsēta");
  expect(event.description).toContain("Vētra, plūdi; un viss");
  expect(said(event, "dtstamp")).toBe("2026-06-01T08:00:00Z");
});

test.each([
  ["confirmed", "CONFIRMED", "Viedā pilsēta"],
  ["waiting", "TENTATIVE", "Gaida rindā: Viedā pilsēta"],
  ["awaitingSignOff", "TENTATIVE", "Gaida saskaņojumu: Viedā pilsēta"],
  ["withdrawn", "CANCELLED", "Dalība atsaukta: Viedā pilsēta"],
] as const)("somebody's place that is %s is %s in the calendar", (state, status, summary) => {
  const event = only(written(trip, { ...place, state }));
  expect(said(event, "status")).toBe(status);
  expect(event.summary).toBe(summary);
  expect(event.description).toContain(`Mans pieteikums: ${home}/trips/jelgava/registration`);
});

test("where somebody gets on is an event of its own, at the minute of departure", () => {
  const departsAt = momentInRiga("2026-06-12", "06:30");
  const pickup = { pickupId: "p1", departsAt, spot: "pie domes, Rīgas iela 51", place: "Krāslava" };
  const own = { ...place, pickup: { ...pickup, changedAt: departsAt, changes: 1 } };
  const [, event] = read(written(trip, own)).events as [ICAL.Event, ICAL.Event];
  expect(event.startDate.toJSDate()).toEqual(departsAt);
  expect(event.summary).toBe("Iekāpšana: Viedā pilsēta");
  expect(event.location).toBe("Krāslava, pie domes, Rīgas iela 51");
});

test("the calendar's own properties come first, then the zone, then the events", () => {
  const begins = (text: string) =>
    [...text.matchAll(/\r\n(REFRESH-INTERVAL|BEGIN:\w+|END:VCALENDAR)/g)].map(([, name]) => name);
  const zone = ["BEGIN:VTIMEZONE", "BEGIN:DAYLIGHT", "BEGIN:STANDARD"];
  expect(begins(written(trip))).toEqual([
    ...["REFRESH-INTERVAL", ...zone, "BEGIN:VEVENT"],
    "END:VCALENDAR",
  ]);
  expect(begins(written({ ...trip, dates: [] }))).toEqual([
    ...["REFRESH-INTERVAL", ...zone],
    "END:VCALENDAR",
  ]);
});

test.each(locales)(
  "the same facts make the same file in %s, and none of its words is a key",
  (locale) => {
    const text = written(published("2026-06-12", []), place, { locale, name: "Braucieni" });
    expect(text).toBe(written(published("2026-06-12", []), place, { locale, name: "Braucieni" }));
    expect(text).not.toMatch(/(calendar|itinerary|registration)\.[a-z]+|undefined|[{}]/);
    expect(text).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\nX-PUBLISHED-TTL:PT4H\r\n");
    expect(text).toContain(`PRODID:-//Pieredze//Pieredze//${locale.toUpperCase()}\r\n`);
  },
);
