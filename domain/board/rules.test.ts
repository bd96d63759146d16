import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Actor } from "#domain/actor/schema.ts";
import { type DayPart, type PartReference, wholeDay } from "#domain/day-part/schema.ts";
import { momentInRiga } from "#lib/dates.ts";
import { type BoardMark, type Expected, mayReadBoard, presence } from "./rules.ts";

const person = (
  name: string,
  organisation: string,
  withdrawn = false,
  pickupId: string | null = null,
): Expected => ({ registrationId: name, name, organisation, withdrawn, pickupId });

let made: string[] = [];
/** Made on the server's own list: it has seen all marks before it. */
function mark(
  registrationId: string,
  date: string,
  present: boolean,
  part: PartReference = wholeDay,
  byAttendee = false,
): BoardMark {
  const id = randomUUID();
  const facts = { id, registrationId, date, present, overrules: made, byAttendee };
  made = [...made, id];
  return { ...part, ...facts, recordedBy: "leader", device: "page", deviceNumber: null };
}

describe("presence by day and organisation", () => {
  const people = [
    person("Anna", "Krāslavas novads"),
    person("Jānis", "Krāslavas novads"),
    person("Zane", "Līvānu novads"),
  ];

  it("counts who is there, and names who is missing or not marked yet", () => {
    const marks = [mark("Anna", "2026-06-12", true), mark("Jānis", "2026-06-12", false)];
    expect(presence(["2026-06-12"], people, marks, [])).toEqual([
      {
        date: "2026-06-12",
        expected: 3,
        present: 1,
        checkedIn: 0,
        absent: 1,
        unmarked: 1,
        rows: [
          {
            organisation: "Krāslavas novads",
            expected: 2,
            present: 1,
            checkedIn: 0,
            absent: 1,
            unmarked: 0,
            absentNames: ["Jānis"],
            unmarkedNames: [],
            checkedInNames: [],
          },
          {
            organisation: "Līvānu novads",
            expected: 1,
            present: 0,
            checkedIn: 0,
            absent: 0,
            unmarked: 1,
            absentNames: [],
            unmarkedNames: ["Zane"],
            checkedInNames: [],
          },
        ],
        parts: [],
      },
    ]);
  });

  it("counts each day by its own marks, of which the last counts", () => {
    const dates = ["2026-06-12", "2026-06-13"];
    const marks = [
      mark("Anna", "2026-06-12", false),
      mark("Anna", "2026-06-12", true),
      mark("Anna", "2026-06-13", false),
    ];
    const counts = presence(dates, people, marks, []).map(
      ({ date, present, absent, unmarked }) => ({
        date,
        present,
        absent,
        unmarked,
      }),
    );
    expect(counts).toEqual([
      { date: "2026-06-12", present: 1, absent: 0, unmarked: 2 },
      { date: "2026-06-13", present: 0, absent: 1, unmarked: 2 },
    ]);
  });

  it("names who is there by an own mark alone, until a leader marks the person too", () => {
    const date = "2026-06-12";
    const own = (name: string) => mark(name, date, true, wholeDay, true);
    const told = (marks: BoardMark[]) =>
      presence([date], people, marks, []).map(({ present, checkedIn, rows }) => [
        present,
        checkedIn,
        rows.flatMap(({ checkedInNames }) => checkedInNames),
      ]);
    const marks = [own("Anna"), own("Zane")];
    expect(told(marks)).toEqual([[2, 2, ["Anna", "Zane"]]]);
    expect(told([...marks, mark("Anna", date, true)])).toEqual([[2, 1, ["Zane"]]]);
    expect(told([...marks, mark("Zane", date, false)])).toEqual([[1, 1, ["Anna"]]]);
  });

  it("expects somebody who withdrew only on the days with a mark", () => {
    const gone = [person("Anna", "Krāslavas novads", true)];
    const days = presence(
      ["2026-06-12", "2026-06-13"],
      gone,
      [mark("Anna", "2026-06-12", true)],
      [],
    );
    expect(days.map(({ date, expected, rows }) => [date, expected, rows.length])).toEqual([
      ["2026-06-12", 1, 1],
      ["2026-06-13", 0, 0],
    ]);
  });

  it("tells of a pick-up who gets on there, and of an item everybody, where somebody was marked", () => {
    const date = "2026-06-12";
    const stop = { ...wholeDay, pickupId: "dome" };
    const visit = { ...wholeDay, agendaItemId: "visit" };
    const part = (of: PartReference): DayPart => ({
      ...of,
      date,
      startsAt: "2026-06-12T07:00:00.000Z",
      name: { lv: "Pie domes" },
      hasMarks: true,
    });
    const aboard = [
      person("Anna", "Krāslavas novads", false, "dome"),
      person("Jānis", "Krāslavas novads", false, "dome"),
      person("Līga", "Krāslavas novads", true, "dome"),
      person("Zane", "Līvānu novads", false, "skola"),
    ];
    const [day] = presence(
      [date],
      aboard,
      [
        mark("Anna", date, true, stop),
        mark("Zane", date, false, stop),
        mark("Jānis", date, true, visit),
        mark("Anna", "2026-06-13", true, { ...wholeDay, agendaItemId: "other" }),
      ],
      [part(stop), part(visit), part({ ...wholeDay, agendaItemId: "other" })],
    );
    expect([day?.expected, day?.present, day?.unmarked]).toEqual([3, 0, 3]);
    const nobody = { checkedIn: 0, checkedInNames: [], absentNames: [] };
    const told = { ...nobody, unmarkedNames: ["Jānis"] };
    expect(day?.parts).toEqual([
      {
        ...part(stop),
        expected: 3,
        present: 1,
        absent: 1,
        unmarked: 1,
        ...told,
        absentNames: ["Zane"],
      },
      {
        ...part(visit),
        ...{ expected: 3, present: 1, absent: 0, unmarked: 2 },
        ...{ ...nobody, unmarkedNames: ["Anna", "Zane"] },
      },
    ]);
  });

  it("is there for every day also while nobody is expected", () => {
    const none = { expected: 0, present: 0, checkedIn: 0, absent: 0, unmarked: 0 };
    const day = { date: "2026-06-12", ...none, rows: [], parts: [] };
    expect(presence(["2026-06-12"], [], [], [])).toEqual([day]);
  });
});

describe("a board is read", () => {
  const trip = { organisationId: "ours", dates: ["2026-06-12"] };
  const onTheWay = momentInRiga("2026-06-12", "10:00");
  const after = momentInRiga("2026-06-20", "10:00");
  const actor = (role: string, organisationId: string | null) =>
    ({ kind: "person", memberships: [{ role, organisationId }] }) as unknown as Actor;

  it("by organisers of its organisation and administrators, at any time", () => {
    expect(mayReadBoard(actor("organiser", "ours"), trip, after)).toBe(true);
    expect(mayReadBoard(actor("admin", null), trip, after)).toBe(true);
  });

  it("by its crew while the trip runs", () => {
    expect(mayReadBoard(actor("crew", "ours"), trip, onTheWay)).toBe(true);
    expect(mayReadBoard(actor("crew", "ours"), trip, after)).toBe(false);
  });

  it("by nobody else", () => {
    expect(mayReadBoard(actor("organiser", "another"), trip, onTheWay)).toBe(false);
    expect(mayReadBoard(actor("crew", "another"), trip, onTheWay)).toBe(false);
    expect(mayReadBoard(actor("coordinator", "ours"), trip, onTheWay)).toBe(false);
    expect(mayReadBoard({ kind: "public" } as Actor, trip, onTheWay)).toBe(false);
  });
});
