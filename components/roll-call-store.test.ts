import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import type { RollCall } from "#domain/roll-call/schema.ts";
import {
  forgetAll,
  forgetOld,
  keepList,
  keepTaps,
  keptRoll,
  settle,
  unsentMarks,
} from "./roll-call-store.ts";

const place = { date: "2026-06-12", agendaItemId: null, pickupId: null };
const hand = { recordedBy: "ilze", by: "Ilze", reason: null };
const anna = { ...place, ...hand, registrationId: "anna", present: true };

const list = (marks: RollCall["marks"] = []): RollCall => ({
  tripId: "trip",
  title: { lv: "Brauciens" },
  badgeSeries: "abcd",
  reader: { userId: "ilze", name: "Ilze" },
  dates: ["2026-06-12"],
  taken: true,
  selfCheckIn: false,
  keptUntil: "2026-06-15T00:00:00.000Z",
  pickups: [],
  items: [],
  people: [],
  marks,
  walkIns: { here: [], removed: [], municipalities: [] },
});

beforeEach(forgetAll);

test("taps are numbered as they come, and each takes the place of the one before", async () => {
  await keepTaps("a", [anna, { ...anna, registrationId: "zane" }], []);
  await keepTaps("a", [{ ...anna, present: false }], []);
  const [first, second, third] = await unsentMarks();
  expect([first, second, third].map((mark) => mark?.deviceNumber)).toEqual([1, 2, 3]);
  expect(new Set([first?.device, second?.device, third?.device]).size).toBe(1);
  expect(third?.overrules).toEqual([first?.id]);
});

test("what is answered is no longer unsent, and what was refused stays to be seen", async () => {
  await keepTaps("a", [anna, anna, anna], []);
  const [first, second, third] = await unsentMarks("a");
  await settle([
    { id: first?.id ?? "", answer: "kept" },
    { id: second?.id ?? "", answer: "refused", reason: "revoked" },
  ]);
  expect(await unsentMarks("a")).toEqual([third]);
  await keepList("a", list(first ? [first] : []));
  const { own } = await keptRoll("a");
  expect(own.map(({ sent }) => sent).sort()).toEqual(["no", "revoked"]);
});

test("a list is forgotten when its time is over, an unsent mark only once it is sent or at signing out", async () => {
  await keepList("a", list());
  await keepTaps("a", [anna], []);
  await forgetOld(new Date("2026-06-14T23:59:59Z"));
  expect((await keptRoll("a")).list).not.toBeNull();
  await forgetOld(new Date("2026-06-15T00:00:00Z"));
  expect((await keptRoll("a")).list).toBeNull();
  expect(await unsentMarks()).toHaveLength(1);
  await forgetAll();
  expect(await unsentMarks()).toEqual([]);
});
