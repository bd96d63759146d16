import { describe, expect, it } from "vitest";
import { isSameEntry, offeredOn, problemsOf, stillHere, whence } from "./rules.ts";

const person = (familyName: string, changes: { id?: string; date?: string } = {}) => ({
  id: familyName,
  givenName: "Jānis",
  familyName,
  organisationId: null,
  institution: "Skola",
  date: "2026-06-12",
  ...changes,
});

describe("whoever came along", () => {
  it("is named by surname in Latvian order, each once, and without the removed", () => {
    const people = ["Zīle", "Šulcs", "Āboliņš", "Cālis", "Zīle"].map((name) => person(name));
    expect(stillHere(people, ["Cālis", "nobody"]).map(({ familyName }) => familyName)).toEqual([
      "Āboliņš",
      "Šulcs",
      "Zīle",
    ]);
  });

  it("is offered on later days, once, until written down there", () => {
    const first = person("Kalns");
    const second = person("Kalns", { id: "again", date: "2026-06-13" });
    expect(offeredOn([first], "2026-06-12")).toEqual([]);
    expect(offeredOn([first], "2026-06-13")).toEqual([first]);
    expect(offeredOn([first, second], "2026-06-13")).toEqual([]);
    expect(offeredOn([first, second], "2026-06-14").map(({ familyName }) => familyName)).toEqual([
      "Kalns",
    ]);
    expect(offeredOn([second], "2026-06-12")).toEqual([]);
  });
});

describe("what was typed as the place somebody is from", () => {
  const register = [{ id: "dobele", name: "Dobeles novads" }];

  it("is the municipality of that name, however written", () => {
    const known = { organisationId: "dobele", institution: null };
    expect(whence("Dobeles novads", register)).toEqual(known);
    expect(whence("  dobeles  NOVADS ", register)).toEqual(known);
  });

  it("stays as it was typed where it is none", () => {
    expect(whence(" Dobeles  vidusskola", register)).toEqual({
      organisationId: null,
      institution: "Dobeles vidusskola",
    });
    expect(whence("  ", register)).toEqual({ organisationId: null, institution: null });
  });
});

describe("before somebody is written down", () => {
  it("all that is missing or too long is named", () => {
    const empty = { givenName: " ", familyName: "", organisationId: null, institution: null };
    expect(problemsOf(empty, [])).toEqual({
      givenName: "givenNameMissing",
      familyName: "familyNameMissing",
      institution: "walkInFromMissing",
    });
    const long = "x".repeat(201);
    const endless = {
      givenName: long,
      familyName: long,
      organisationId: null,
      institution: long,
    };
    expect(problemsOf(endless, [])).toEqual({
      givenName: "givenNameTooLong",
      familyName: "familyNameTooLong",
      institution: "walkInFromTooLong",
    });
  });

  it("whoever is there already is told, and a namesake from elsewhere is let in", () => {
    const kalns = person("Kalns");
    expect(problemsOf({ ...kalns, familyName: "KALNS" }, [kalns])).toEqual({
      familyName: "walkInKnown",
    });
    expect(problemsOf({ ...kalns, institution: "Osta" }, [kalns])).toEqual({});
  });
});

it("an id that comes again says the same only if everything is the same", () => {
  const added = { kind: "added" as const, ...person("Kalns") };
  const removed = { kind: "removed" as const, date: "2026-06-12", walkInId: "Kalns" };
  expect(isSameEntry(added, { ...added, givenName: "JĀNIS" })).toBe(true);
  expect(isSameEntry(added, { ...added, familyName: "Zīle" })).toBe(false);
  expect(isSameEntry(added, { ...added, date: "2026-06-13" })).toBe(false);
  expect(isSameEntry(added, removed)).toBe(false);
  expect(isSameEntry(removed, removed)).toBe(true);
  expect(isSameEntry(removed, { ...removed, walkInId: "Zīle" })).toBe(false);
});
