import { describe, expect, it } from "vitest";
import { momentInRiga } from "#lib/dates.ts";
import { type MarkFacts, markRefusal, standing, stateOf, tripRuns } from "./rules.ts";

describe("the state of a person on a day", () => {
  it("is unmarked without marks", () => {
    expect(stateOf([])).toBe("unmarked");
  });

  it("is what the only mark says", () => {
    expect(stateOf([aMark({})])).toBe("present");
    expect(stateOf([aMark({ present: false })])).toBe("absent");
  });

  it("is what a mark says that was made with the others in view", () => {
    const first = aMark({});
    const second = aMark({ present: false, device: "other", overrules: [first.id] });
    expect(stateOf([first, second])).toBe("absent");
    expect(stateOf([second, first, second])).toBe("absent");
  });

  it("is contradicted by two that did not know of one another, until somebody who saw both decides", () => {
    const one = aMark({});
    const other = aMark({ present: false, device: "other" });
    expect(stateOf([one, other])).toBe("contradicted");
    expect(standing([one, other])).toHaveLength(2);
    const decision = aMark({ device: "third", overrules: [one.id, other.id] });
    expect(stateOf([decision, other, one])).toBe("present");
    const late = aMark({ present: false, device: "fourth" });
    expect(stateOf([decision, other, one, late])).toBe("contradicted");
  });

  it("is agreed where two said the same without knowing", () => {
    expect(stateOf([aMark({}), aMark({ device: "other" })])).toBe("present");
  });

  it("goes by a device's own count, though never for another hand on a device of that name", () => {
    const first = aMark({ deviceNumber: 9 });
    const second = aMark({ deviceNumber: 10, present: false });
    expect(stateOf([second, first])).toBe("absent");
    const stranger = aMark({ deviceNumber: 11, recordedBy: "somebody else" });
    expect(stateOf([second, first, stranger])).toBe("contradicted");
    expect(stateOf([{ ...first, deviceNumber: null }, second])).toBe("contradicted");
  });

  it("shows all where a broken device names marks in a circle", () => {
    const one = aMark({ id: "1", device: "one", overrules: ["2"] });
    const other = aMark({ id: "2", device: "other", present: false, overrules: ["1"] });
    expect(stateOf([one, other])).toBe("contradicted");
  });
});

const aMark = (changes: Partial<MarkFacts>): MarkFacts => ({
  id: crypto.randomUUID(),
  present: true,
  recordedBy: "leader",
  device: "phone",
  deviceNumber: 1,
  overrules: [],
  ...changes,
});

describe("who can be marked", () => {
  const at = new Date();
  const trip = { publishedAt: at, cancelledAt: null, completedAt: null };
  const confirmed = { confirmedAt: at, withdrawnAt: null, marks: 0 };

  it("is somebody with a confirmed seat", () => {
    expect(markRefusal(trip, confirmed)).toBeNull();
    expect(markRefusal(trip, { ...confirmed, confirmedAt: null })).toBe("notConfirmed");
  });

  it("is somebody who withdrew only if there are marks already", () => {
    expect(markRefusal(trip, { ...confirmed, withdrawnAt: at })).toBe("withdrawn");
    expect(markRefusal(trip, { ...confirmed, withdrawnAt: at, marks: 1 })).toBeNull();
  });

  it("is nobody on a draft, a cancelled or a completed trip", () => {
    expect(markRefusal({ ...trip, publishedAt: null }, confirmed)).toBe("draft");
    expect(markRefusal({ ...trip, cancelledAt: at }, confirmed)).toBe("cancelled");
    expect(markRefusal({ ...trip, completedAt: at }, confirmed)).toBe("completed");
  });
});

describe("a trip runs", () => {
  const dates = ["2026-06-19", "2026-06-12"];

  it("from the eve of its first day to the day after its last", () => {
    expect(tripRuns(dates, momentInRiga("2026-06-10", "23:59"))).toBe(false);
    expect(tripRuns(dates, momentInRiga("2026-06-11", "00:00"))).toBe(true);
    expect(tripRuns(dates, momentInRiga("2026-06-20", "23:59"))).toBe(true);
    expect(tripRuns(dates, momentInRiga("2026-06-21", "00:00"))).toBe(false);
  });

  it("never without days", () => {
    expect(tripRuns([], momentInRiga("2026-06-12", "12:00"))).toBe(false);
  });
});
