import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentInRiga } from "#lib/dates.ts";
import {
  type ChecklistItem,
  closingChecklist,
  completionRefusal,
  factProblems,
  freeSlug,
  matches,
  missingForPublishing,
  namesFrozenBy,
  openingChecklist,
  overBecause,
  sectionOf,
  slugFor,
  tripState,
} from "./rules.ts";

const facts = {
  dates: ["2026-06-12", "2026-06-13"],
  registrationOpensAt: momentInRiga("2026-05-01", "09:00"),
  registrationDeadline: momentInRiga("2026-06-01", "17:00"),
};

describe("facts of a trip", () => {
  it("fit together when registration ends before the first day", () => {
    expect(factProblems(facts)).toEqual({});
  });

  it("may name the days in any order and with gaps", () => {
    expect(factProblems({ ...facts, dates: ["2026-06-12", "2026-06-20"] })).toEqual({});
    expect(factProblems({ ...facts, dates: ["2026-06-20", "2026-06-12"] })).toEqual({
      dates: "daysOutOfOrder",
    });
  });

  it("name no day twice", () => {
    expect(factProblems({ ...facts, dates: ["2026-06-12", "2026-06-12"] })).toEqual({
      dates: "dayTwice",
    });
  });

  it("refuse a deadline before registration opens", () => {
    const registrationOpensAt = facts.registrationDeadline;
    expect(factProblems({ ...facts, registrationOpensAt })).toEqual({
      registrationDeadline: "deadlineBeforeOpening",
    });
  });

  it("refuse a deadline on the first day, which begins at midnight in Riga", () => {
    const midnight = momentInRiga("2026-06-12", "00:00");
    const before = new Date(midnight.getTime() - 1);
    expect(factProblems({ ...facts, registrationDeadline: midnight })).toEqual({
      registrationDeadline: "deadlineAfterFirstDay",
    });
    expect(factProblems({ ...facts, registrationDeadline: before })).toEqual({});
  });
});

describe("publishing", () => {
  const ready = { ...facts, placeCount: 1 };
  const before = momentInRiga("2026-05-20", "12:00");

  it("needs nothing more once there is a day, a place and time to register", () => {
    expect(missingForPublishing(ready, before)).toEqual({});
  });

  it("names everything that is missing at once", () => {
    const empty = { ...facts, dates: [], placeCount: 0 };
    expect(missingForPublishing(empty, facts.registrationDeadline)).toEqual({
      dates: "noDays",
      places: "noPlaces",
      registrationDeadline: "deadlinePassed",
    });
  });
});

describe("the state of a trip", () => {
  const draft = { ...facts, publishedAt: null, cancelledAt: null, completedAt: null };
  const published = { ...draft, publishedAt: momentInRiga("2026-04-20", "12:00") };
  const at = (date: string) => momentInRiga(date, "12:00");

  it("is read off its dates", () => {
    expect(tripState(draft, at("2026-05-20"))).toBe("draft");
    expect(tripState(published, at("2026-04-25"))).toBe("announced");
    expect(tripState(published, facts.registrationOpensAt)).toBe("open");
    expect(tripState(published, facts.registrationDeadline)).toBe("closed");
    expect(tripState({ ...published, completedAt: at("2026-06-14") }, at("2026-06-15"))).toBe(
      "completed",
    );
    expect(tripState({ ...published, cancelledAt: at("2026-06-14") }, at("2026-06-15"))).toBe(
      "cancelled",
    );
  });

  it("ends with a cancellation or a completion", () => {
    expect(overBecause(published)).toBeNull();
    expect(overBecause({ ...published, cancelledAt: at("2026-06-14") })).toBe("cancelled");
    expect(overBecause({ ...published, completedAt: at("2026-06-14") })).toBe("completed");
  });

  it("becomes completed from the last day on, and never as a draft", () => {
    expect(completionRefusal(draft, at("2026-06-14"))).toBe("draft");
    expect(completionRefusal(published, at("2026-06-12"))).toBe("notOver");
    expect(completionRefusal({ ...published, dates: [] }, at("2026-06-12"))).toBe("notOver");
    expect(completionRefusal(published, at("2026-06-13"))).toBeNull();
  });
});

describe("the address of a trip", () => {
  const deadline = facts.registrationDeadline;

  it("is the Latvian title without diacritics, and the year of the first day", () => {
    const slug = slugFor("LEAN pieredze Zemgalē un Kurzemē", facts.dates, deadline);
    expect(slug).toBe("lean-pieredze-zemgale-un-kurzeme-2026");
  });

  it("does not repeat a year that ends the title, and takes the deadline's where there are no days", () => {
    expect(slugFor("Ģimenes diena 2026", facts.dates, deadline)).toBe("gimenes-diena-2026");
    expect(slugFor("„Ķīšezers“", [], deadline)).toBe("kisezers-2026");
    expect(slugFor("…", [], deadline)).toBe("brauciens-2026");
  });

  it("always has the shape that the database demands", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (title) => {
        expect(slugFor(title, facts.dates, deadline)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });

  it("gets the first free number when it is taken", () => {
    expect(freeSlug("jelgava-2026", [])).toBe("jelgava-2026");
    expect(freeSlug("jelgava-2026", ["jelgava-2026", "jelgava-2026-2"])).toBe("jelgava-2026-3");
  });
});

describe("the public list of trips", () => {
  const today = "2026-06-01";
  const dates = ["2026-06-13", "2026-06-12"];

  it.each([
    ["open", "open"],
    ["announced", "coming"],
    ["closed", "coming"],
    ["cancelled", "coming"],
  ] as const)("shows one that is %s and ahead under %s", (state, section) => {
    expect(sectionOf({ state, dates }, today)).toBe(section);
  });

  it("shows a trip as ahead until its last day has ended, and as past from then on", () => {
    expect(sectionOf({ state: "closed", dates }, "2026-06-13")).toBe("coming");
    expect(sectionOf({ state: "closed", dates }, "2026-06-14")).toBe("past");
    expect(sectionOf({ state: "completed", dates }, "2026-06-13")).toBe("past");
  });

  it("drops a cancelled trip once it would be over", () => {
    expect(sectionOf({ state: "cancelled", dates }, "2026-06-14")).toBeNull();
  });

  it("narrows down by topic, region and project together", () => {
    const trip = { topics: ["culture"], regions: ["Kurzeme"], project: { number: "LLI-59" } };
    expect(matches(trip, {})).toBe(true);
    expect(matches(trip, { topic: "culture", region: "Kurzeme", project: "LLI-59" })).toBe(true);
    expect(matches(trip, { topic: "youth", region: "Kurzeme" })).toBe(false);
    expect(matches(trip, { topic: "culture", region: "Zemgale" })).toBe(false);
    expect(matches({ ...trip, project: null }, { project: "LLI-59" })).toBe(false);
  });
});

describe("the checklists", () => {
  const ready = {
    dates: facts.dates,
    placeCount: 1,
    registrationDeadline: momentInRiga("2026-06-01", "17:00"),
    quotas: 2,
    emptyDays: 0,
    openWarnings: 0,
    itineraryPublished: true,
  };
  const before = momentInRiga("2026-05-01", "12:00");
  const lacking = (list: ChecklistItem[]) =>
    list.flatMap(({ key, done, needed }) => (done ? [] : [needed ? `${key}!` : key]));

  it("for opening name what is needed and what is advised", () => {
    expect(lacking(openingChecklist(ready, before))).toEqual([]);
    const empty = { ...ready, dates: [], placeCount: 0, quotas: 0, openWarnings: 1 };
    expect(lacking(openingChecklist(empty, momentInRiga("2026-06-02", "12:00")))).toEqual([
      "days!",
      "places!",
      "deadline!",
      "quotas",
      "items",
      "warnings",
    ]);
  });

  it("for closing wait for the last day and look at the marks", () => {
    const trip = {
      publishedAt: before,
      dates: facts.dates,
      waiting: 1,
      unmarkedDays: 2,
      itineraryPublished: false,
    };
    expect(lacking(closingChecklist(trip, before))).toEqual([
      "over!",
      "itinerary",
      "attendance",
      "waiting",
    ]);
    const done = { ...trip, waiting: 0, unmarkedDays: 0, itineraryPublished: true };
    expect(lacking(closingChecklist(done, momentInRiga("2026-06-13", "18:00")))).toEqual([]);
  });
});

it("names are frozen at noon three days before the trip, and never before the deadline", () => {
  const dates = ["2026-06-13", "2026-06-12"];
  const early = momentInRiga("2026-06-01", "17:00");
  expect(namesFrozenBy({ dates, registrationDeadline: early })).toEqual(
    momentInRiga("2026-06-09", "12:00"),
  );
  const late = momentInRiga("2026-06-11", "17:00");
  expect(namesFrozenBy({ dates, registrationDeadline: late })).toEqual(late);
});
