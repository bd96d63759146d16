import { describe, expect, it, test } from "vitest";
import { momentInRiga } from "#lib/dates.ts";
import { place, published, stop, trip } from "#scripts/checks/calendar.ts";
import { calendarMethod, eventsOf } from "./rules.ts";

const date = "2026-06-12";
const at = (clock: string, day = date) => momentInRiga(day, clock);
const sequence = (...facts: Parameters<typeof eventsOf>) => eventsOf(...facts)[0]?.sequence;

describe("a day begins with its first item and ends", () => {
  it("with the last one to end, in whatever order they stand", () => {
    const items = [stop(at("11:00"), at("16:00")), stop(at("09:00"), at("10:00"))];
    const [event] = eventsOf(published(date, [...items, stop(at("12:00"), at("13:00"))]), null);
    expect(event?.time).toEqual({ from: at("09:00"), to: at("16:00") });
  });

  it("with the arrival at the night's lodging, and not with the night", () => {
    const night = stop(at("21:30"), at("07:00", "2026-06-13"), { kind: "lodging" });
    const [event] = eventsOf(published(date, [stop(at("09:00"), at("20:00")), night]), null);
    expect(event?.time).toEqual({ from: at("09:00"), to: at("21:30") });
    const [alone] = eventsOf(published(date, [night]), null);
    expect(alone?.time).toEqual({ from: at("21:30"), to: at("07:00", "2026-06-13") });
  });

  it("after midnight where it goes on so long", () => {
    const late = stop(at("20:00"), at("00:30", "2026-06-13"));
    const [event] = eventsOf(published(date, [late]), null);
    expect(event?.time).toEqual({ from: at("20:00"), to: at("00:30", "2026-06-13") });
  });

  it("never, where its programme is empty: it is the whole day", () => {
    expect(eventsOf(published(date, []), null)[0]?.time).toEqual({ date });
  });
});

test("a day that a newer version no longer has is taken back, and none of the others is", () => {
  const facts = published(date, [], { publishedDates: [date, "2026-06-19"] });
  expect(eventsOf(facts, null).map(({ uid, standing }) => [uid, standing])).toEqual([
    [`${trip.tripId}-2026-06-12@pieredze`, "going"],
    [`${trip.tripId}-2026-06-19@pieredze`, "dropped"],
  ]);
});

test("whatever changes an event raises its sequence", () => {
  const cancelledAt = new Date("2026-06-01T08:00:00Z");
  const second = published(date, []);
  expect(sequence(trip, null)).toBe(0);
  expect(sequence(second, null)).toBe(2);
  expect(sequence({ ...second, cancelledAt }, null)).toBe(3);
  const withdrawn = { ...place, state: "withdrawn" as const, lost: 1 };
  const again = { ...place, had: 2, lost: 1 };
  const places = [place, withdrawn, again, { ...again, state: "withdrawn" as const, lost: 2 }];
  expect(places.map((one) => sequence(second, one))).toEqual([2, 3, 4, 5]);
  expect(sequence({ ...second, cancelledAt }, again)).toBe(5);
});

test("an event was revised when the newest of its facts was", () => {
  const revised = (...facts: Parameters<typeof eventsOf>) => eventsOf(...facts)[0]?.revisedAt;
  const published2 = published(date, []);
  expect(revised(trip, null)).toEqual(trip.updatedAt);
  expect(revised(published2, place)).toEqual(new Date("2026-05-20T08:00:00Z"));
  const changedAt = new Date("2026-06-02T08:00:00Z");
  expect(revised(published2, { ...place, changedAt })).toEqual(changedAt);
});

describe("a letter", () => {
  const withdrawn = { ...place, state: "withdrawn" as const, lost: 1 };
  const waiting = { ...place, state: "waiting" as const };

  it.each(["confirmed", "promoted", "entered", "itinerary"])(
    "that is %s brings the days to whoever has a seat, and to nobody else",
    (kind) => {
      expect(calendarMethod(kind, place, true)).toBe("PUBLISH");
      expect(calendarMethod(kind, waiting, false)).toBeNull();
      expect(calendarMethod(kind, withdrawn, true)).toBeNull();
    },
  );

  it.each(["withdrawn", "replaced"])(
    "that is %s takes the days back where there was a seat",
    (kind) => {
      expect(calendarMethod(kind, withdrawn, true)).toBe("CANCEL");
      expect(calendarMethod(kind, withdrawn, false)).toBeNull();
      expect(calendarMethod(kind, { ...withdrawn, had: 2 }, true)).toBeNull();
    },
  );

  it("about a cancelled trip takes the days back where there is a seat", () => {
    expect(calendarMethod("cancelled", place, true)).toBe("CANCEL");
    expect(calendarMethod("cancelled", waiting, false)).toBeNull();
  });

  it.each(["waiting", "notice", "awaitingSignOff", "replacementAsked"])(
    "that is %s says nothing to a calendar",
    (kind) => {
      expect(calendarMethod(kind, place, true)).toBeNull();
    },
  );
});
