import "fake-indexeddb/auto";
import { openDB } from "idb";
import { afterEach, expect, test } from "vitest";
import type { RollCall } from "#domain/roll-call/schema.ts";
import type { RollCallWalkIns } from "#domain/walk-in/schema.ts";
import { forgetAll, keepList, keptRoll } from "./roll-call-store.ts";
import {
  forgetOldEntries,
  keepEntry,
  keptEntries,
  letGoOf,
  settleEntries,
  unsentEntries,
  walkInsKnown,
} from "./walk-in-store.ts";

const nothing: RollCallWalkIns = {
  here: [],
  removed: [],
  municipalities: [{ id: "dobele", name: "Dobeles novads" }],
};

const list = (walkIns: Partial<RollCallWalkIns> = {}): RollCall => ({
  tripId: "trip",
  title: { lv: "Brauciens" },
  reader: { userId: "ilze", name: "Ilze" },
  dates: ["2026-06-12"],
  taken: true,
  keptUntil: "2026-06-15T00:00:00.000Z",
  pickups: [],
  items: [],
  people: [],
  marks: [],
  walkIns: { ...nothing, ...walkIns },
  badgeSeries: "",
  selfCheckIn: false,
});

const kalns = {
  kind: "added" as const,
  date: "2026-06-12",
  givenName: "Jānis",
  familyName: "Kalns",
  organisationId: "dobele",
  institution: null,
};

const removal = (walkInId: string) => ({
  kind: "removed" as const,
  date: "2026-06-12",
  walkInId,
  reason: "Ir sarakstā.",
});

const known = async (walkIns: Partial<RollCallWalkIns> = {}) =>
  walkInsKnown(list(walkIns), await keptEntries("a")).map(({ familyName, from, unsent }) => [
    familyName,
    from,
    unsent,
  ]);

/** A database of before there were walk-ins, as a phone may still have it. */
test("a list that was taken along before there were walk-ins is read as one without any", async () => {
  const before = await openDB("pieredze-roll-call", 1, {
    upgrade(db) {
      db.createObjectStore("lists", { keyPath: "slug" });
      db.createObjectStore("marks", { keyPath: "id" }).createIndex("slug", "slug");
      db.createObjectStore("device", { keyPath: "key" });
    },
  });
  const { walkIns: _none, ...old } = list();
  await before.put("lists", { slug: "old", list: old });
  await before.put("marks", { id: "mark", slug: "old", sent: "no" });
  before.close();
  const kept = await keptRoll("old");
  expect(kept.list?.walkIns).toEqual({ here: [], removed: [], municipalities: [] });
  expect(kept.own).toHaveLength(1);
  await forgetAll();
});

afterEach(forgetAll);

test("somebody who is written down is known and unsent until the server has answered", async () => {
  await keepEntry("a", list(), kalns);
  expect(await known()).toEqual([["Kalns", "Dobeles novads", true]]);
  const [entry] = await unsentEntries();
  expect(entry).toMatchObject({ recordedBy: "ilze", slug: "a", sent: "no" });
  await settleEntries([{ id: entry?.id ?? "", answer: "kept" }]);
  expect(await unsentEntries()).toEqual([]);
  expect(await known()).toEqual([["Kalns", "Dobeles novads", false]]);
});

test("a removal takes somebody away, a refused one brings them back", async () => {
  await keepEntry("a", list(), kalns);
  const [entry] = await unsentEntries("a");
  await keepEntry("a", list(), removal(entry?.id ?? ""));
  expect(await known()).toEqual([]);
  const gone = (await unsentEntries("a")).find(({ kind }) => kind === "removed");
  await settleEntries([{ id: gone?.id ?? "", answer: "refused", reason: "dayLocked" }]);
  expect(await known()).toEqual([["Kalns", "Dobeles novads", true]]);
  await settleEntries([{ id: entry?.id ?? "", answer: "refused", reason: "dayLocked" }]);
  expect(await known()).toEqual([]);
});

test("what a list brings back is let go of, also where somebody else has removed it meanwhile", async () => {
  await keepEntry("a", list(), kalns);
  await keepEntry("a", list(), { ...kalns, familyName: "Zīle" });
  const [first, second] = (await unsentEntries("a")).map(({ id }) => id);
  const shown = { by: "Ilze", from: "Dobeles novads", revoked: false };
  const brought = { here: [{ ...kalns, ...shown, id: first ?? "" }], removed: [second ?? ""] };
  await letGoOf("a", list(brought));
  expect(await keptEntries("a")).toHaveLength(2);
  await settleEntries([first, second].map((id) => ({ id: id ?? "", answer: "known" })));
  await letGoOf("a", list(brought));
  expect(await keptEntries("a")).toEqual([]);
  expect(await known(brought)).toEqual([["Kalns", "Dobeles novads", false]]);
});

test("they are forgotten with their trip, unsent ones once nobody would take them any more", async () => {
  await keepList("a", list());
  await keepEntry("a", list(), kalns);
  await keepEntry("a", list(), { ...kalns, familyName: "Zīle" });
  const [sent] = await unsentEntries("a");
  await settleEntries([{ id: sent?.id ?? "", answer: "kept" }]);
  await forgetOldEntries(new Date("2026-06-14T23:59:59Z"));
  expect(await keptEntries("a")).toHaveLength(2);
  await forgetOldEntries(new Date("2026-06-15T00:00:00Z"));
  expect(await unsentEntries("a")).toHaveLength(1);
  expect(await keptEntries("a")).toHaveLength(1);
  await forgetOldEntries(new Date("2026-06-27T00:00:00Z"));
  expect(await keptEntries("a")).toEqual([]);
});
