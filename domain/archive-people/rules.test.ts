import { expect, test } from "vitest";
import { numbered, overruledIn } from "./rules.ts";
import type { MarkEntry } from "./schema.ts";

const entry = (changes: Partial<MarkEntry>): MarkEntry => ({
  id: crypto.randomUUID(),
  date: "2026-06-12",
  registration: 1,
  present: true,
  recordedBy: "ilze@example.lv",
  device: "phone",
  deviceAt: "2026-06-12T07:00:00Z",
  receivedAt: "2026-06-12T07:00:00Z",
  ...changes,
});

test("marks of a file from before they named each other take the place of the one before", () => {
  const marks = [entry({}), entry({ registration: 2 }), entry({}), entry({ date: "2026-06-13" })];
  expect(overruledIn(marks)).toEqual([[], [], [1], []]);
});

test("marks that contradict each other still do so in a file, and a decision names both", () => {
  const place = { agendaItemId: null, pickupId: null };
  const facts = {
    registrationId: "anna",
    deviceNumber: 1,
    reason: null,
    revoked: false,
    byAttendee: false,
    ...place,
  };
  const marks = [
    { ...facts, id: "a", overrules: [] },
    { ...facts, id: "b", overrules: [], revoked: true },
    { ...facts, id: "c", overrules: ["b", "a", "unknown"], deviceNumber: null, reason: "Redzēju" },
  ];
  const written = numbered(marks, new Map([["anna", 3]]), new Map());
  expect(written).toEqual([
    { id: "a", registration: 3, overrules: [], deviceNumber: 1 },
    { id: "b", registration: 3, overrules: [], deviceNumber: 1, revoked: true },
    { id: "c", registration: 3, overrules: [2, 1], reason: "Redzēju" },
  ]);
  expect(overruledIn(written.map((one) => entry({ ...one })))).toEqual([[], [], [2, 1]]);
});

test("a mark tells of which item or stop it is, also of a stop that is gone", () => {
  const facts = { registrationId: "anna", deviceNumber: null, reason: null, revoked: false };
  const place = { agendaItemId: null, pickupId: null };
  const mark = { ...facts, ...place, overrules: [], byAttendee: false };
  const marks = [
    { ...mark, id: "a", agendaItemId: "item" },
    { ...mark, id: "b", pickupId: "stop" },
    { ...mark, id: "c", pickupId: "gone" },
  ];
  const stop = { vehicle: "Autobuss", stop: 2 };
  const written = numbered(marks, new Map([["anna", 3]]), new Map([["stop", stop]]));
  expect(written.map(({ id: _, registration: __, overrules: ___, ...at }) => at)).toEqual([
    { item: "item" },
    { stop },
    { goneStop: "gone" },
  ]);
});
