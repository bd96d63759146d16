import { describe, expect, it, test } from "vitest";
import type { ItemFacts, ItineraryFacts } from "#domain/itinerary/schema.ts";
import { momentInRiga } from "#lib/dates.ts";
import { certificateNumber, certifiedDays, hoursAttended, mayCertify } from "./rules.ts";

const item = (kind: ItemFacts["kind"], from: string, to: string, date = "2026-06-12") =>
  ({
    kind,
    startsAt: momentInRiga(date, from).toISOString(),
    endsAt: momentInRiga(date, to).toISOString(),
  }) as ItemFacts;

const itinerary = (items: ItemFacts[], timesIllustrative = false) =>
  ({
    timesIllustrative,
    days: [
      { date: "2026-06-12", places: [], items },
      { date: "2026-06-13", places: [], items: [item("visit", "09:00", "11:00", "2026-06-13")] },
    ],
  }) as unknown as ItineraryFacts;

describe("hours of attendance", () => {
  it("are those of visits and talks on the days of presence", () => {
    const facts = itinerary([
      item("travel", "07:00", "09:00"),
      item("visit", "09:00", "10:30"),
      item("meal", "12:00", "13:00"),
      item("talk", "13:00", "14:00"),
    ]);
    expect(hoursAttended(facts, ["2026-06-12"])).toBe(2.5);
    expect(hoursAttended(facts, ["2026-06-12", "2026-06-13"])).toBe(4.5);
    expect(hoursAttended(facts, ["2026-06-13"])).toBe(2);
  });

  it("count what overlaps once, to the half hour", () => {
    const facts = itinerary([
      item("visit", "09:00", "12:00"),
      item("visit", "10:00", "11:00"),
      item("talk", "11:30", "12:40"),
    ]);
    expect(hoursAttended(facts, ["2026-06-12"])).toBe(3.5);
  });

  it("are not said where the times are only illustrative, or nothing counts", () => {
    const visits = [item("visit", "09:00", "10:30")];
    expect(hoursAttended(itinerary(visits, true), ["2026-06-12"])).toBeNull();
    expect(hoursAttended(itinerary([item("meal", "12:00", "13:00")]), ["2026-06-12"])).toBeNull();
    expect(hoursAttended(null, ["2026-06-12"])).toBeNull();
  });
});

test("certificates are for after the last day in Riga, or once the trip is completed", () => {
  const trip = { dates: ["2026-06-12", "2026-06-13"], cancelledAt: null, completedAt: null };
  const lastMinute = momentInRiga("2026-06-13", "23:59");
  const midnight = momentInRiga("2026-06-14", "00:00");
  expect(mayCertify(trip, lastMinute)).toBe(false);
  expect(mayCertify(trip, midnight)).toBe(true);
  expect(mayCertify({ ...trip, completedAt: lastMinute }, lastMinute)).toBe(true);
  expect(mayCertify({ ...trip, cancelledAt: lastMinute }, midnight)).toBe(false);
  expect(mayCertify({ ...trip, dates: [] }, midnight)).toBe(false);
});

test("of a trip completed on the morning of its last day, that day counts once it is over or locked", () => {
  const dates = ["2026-06-12", "2026-06-13"];
  const morning = momentInRiga("2026-06-13", "09:00");
  const trip = { dates, cancelledAt: null, completedAt: morning };
  const present = dates.map((date) => ({ date, locked: false }));
  expect(certifiedDays(trip, present, morning)).toEqual(["2026-06-12"]);
  expect(certifiedDays(trip, present, momentInRiga("2026-06-13", "23:59"))).toEqual(["2026-06-12"]);
  expect(certifiedDays(trip, present, momentInRiga("2026-06-14", "00:00"))).toEqual(dates);
  const locked = present.map(({ date }) => ({ date, locked: true }));
  expect(certifiedDays(trip, locked, morning)).toEqual(dates);
  expect(certifiedDays({ ...trip, completedAt: null }, locked, morning)).toEqual([]);
  expect(certifiedDays({ ...trip, cancelledAt: morning }, locked, morning)).toEqual([]);
});

test("the number has the year of issue in Riga", () => {
  const issuedAt = momentInRiga("2026-01-01", "00:10");
  const issued = { serial: 42, issuedAt, importedNumber: null };
  expect(certificateNumber(issued)).toBe("2026-00042");
  expect(certificateNumber({ ...issued, importedNumber: "2018-00007" })).toBe("2018-00007");
});
