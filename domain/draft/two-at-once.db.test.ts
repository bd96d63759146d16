import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { addItem, adjustItem, editItem, removeItem } from "#domain/agenda/commands.ts";
import type { NewItem } from "#domain/agenda/schema.ts";
import { moveItem, placeItem, shiftItems } from "#domain/arrangement/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import { anOrganisation, aPerson, aPlace, aTrip, tripFacts } from "#scripts/checks/factories.ts";
import { draftItems } from "./queries.ts";

const now = momentInRiga("2026-05-20", "12:00");
const [date, next] = ["2026-06-12", "2026-06-13"] as const;

let anna: PersonActor;
let janis: PersonActor;
let organisationId: string;
let placeId: string;

beforeAll(async () => {
  organisationId = await anOrganisation();
  placeId = await aPlace();
  anna = await aPerson({ role: "organiser", organisationId });
  janis = await aPerson({ role: "organiser", organisationId });
});

const form = (changes: Partial<NewItem> = {}): Omit<NewItem, "tripId"> => ({
  date,
  kind: "visit",
  starts: "10:00",
  ends: "11:00",
  title: { lv: "Apmeklējums" },
  note: null,
  hostId: null,
  placeId: null,
  speakerIds: [],
  ...changes,
});

async function aDraft(...items: Partial<NewItem>[]) {
  const { tripId } = await aTrip(anna, tripFacts({ organisationId, placeId }));
  const ids: string[] = [];
  for (const item of items) {
    const added = await addItem(anna, { tripId, ...form(item) }, now);
    if (!added.ok) throw new Error(added.reason);
    ids.push(added.itemId);
  }
  return { tripId, ids: ids as [string, string, string] };
}

const line = async (tripId: string) =>
  (await draftItems(anna, tripId, database())).map(({ date: day, starts, title }) => [
    day.slice(-2),
    starts,
    title.lv,
  ]);

const threeItems = [
  { title: { lv: "A" } },
  { title: { lv: "B" }, starts: "11:15", ends: "12:00" },
  { title: { lv: "C" }, starts: "12:00", ends: "13:00" },
];

describe("two organisers at once", () => {
  it("both keep what they changed, and the second is told what the first did", async () => {
    const { tripId, ids } = await aDraft({});
    const [itemId] = ids;
    const first = form({ starts: "10:15", ends: "11:15" });
    expect(await editItem(anna, { itemId, revision: 1, ...first }, now)).toMatchObject({
      ok: true,
    });
    const second = form({ title: { lv: "Vizīte domē" }, venue: "Mazā zāle" });
    expect(await editItem(janis, { itemId, revision: 1, ...second }, now)).toEqual({
      ok: true,
      itemId,
      merged: ["starts", "ends"],
      since: 2,
    });
    const [item] = await draftItems(anna, tripId, database());
    expect(item).toMatchObject({ starts: 615, ends: 675, venue: "Mazā zāle", revision: 3 });
  });

  it("also when one of them edits in place", async () => {
    const title = { lv: "Vizīte", en: "Visit" };
    const { tripId, ids } = await aDraft({ title });
    const [itemId] = ids;
    await editItem(anna, { itemId, revision: 1, ...form({ title, venue: "Zāle" }) }, now);
    const times = { starts: "10:20", ends: "11:20", title: "Vizīte domē" };
    expect(await adjustItem(janis, { itemId, revision: 1, ...times }, now)).toMatchObject({
      ok: true,
      merged: ["venue"],
    });
    const [item] = await draftItems(anna, tripId, database());
    expect(item).toMatchObject({ starts: 620, venue: "Zāle", revision: 3 });
    const backwards = { itemId, ...times, ends: "09:00" };
    expect(await adjustItem(janis, backwards, now)).toEqual({ ok: false, reason: "pastMidnight" });
    expect(await adjustItem(janis, { itemId, ...times, title: "" }, now)).toEqual({
      ok: false,
      reason: "invalid",
      detail: { title: "itinerary.error.title" },
    });
  });

  it("are both heard where they wrote the same field: nothing is written until one decides", async () => {
    const { tripId, ids } = await aDraft({});
    const [itemId] = ids;
    await editItem(anna, { itemId, revision: 1, ...form({ venue: "Lielā zāle" }) }, now);
    const mine = form({ venue: "Mazā zāle" });
    const refused = await editItem(janis, { itemId, revision: 1, ...mine }, now);
    expect(refused).toMatchObject({
      ok: false,
      reason: "conflict",
      conflicts: ["venue"],
      byName: anna.email,
      merged: { venue: "Mazā zāle", revision: 2 },
      theirs: { venue: "Lielā zāle" },
    });
    expect((await draftItems(anna, tripId, database()))[0]?.venue).toBe("Lielā zāle");
    expect(await editItem(janis, { itemId, revision: 2, ...mine }, now)).toMatchObject({
      ok: true,
    });
    expect((await draftItems(anna, tripId, database()))[0]?.venue).toBe("Mazā zāle");
  });

  it("lose nothing when one removes what the other edits: saved again, it comes back", async () => {
    const { tripId, ids } = await aDraft({});
    const [itemId] = ids;
    await removeItem(anna, { itemId }, now);
    const mine = form({ venue: "Mazā zāle" });
    expect(await editItem(janis, { itemId, revision: 1, ...mine }, now)).toEqual({
      ok: false,
      reason: "gone",
      byName: anna.email,
      revision: -1,
    });
    expect(await editItem(janis, { itemId, revision: -1, ...mine }, now)).toMatchObject({
      ok: true,
    });
    expect((await draftItems(anna, tripId, database()))[0]).toMatchObject({ venue: "Mazā zāle" });
  });

  it("do not move past each other: the second is told, and sees the day as it is", async () => {
    const { ids } = await aDraft(...threeItems);
    const move = { itemId: ids[0], date: next, before: null };
    expect(await placeItem(anna, { ...move, seen: 3 }, now)).toMatchObject({ ok: true });
    expect(await placeItem(janis, { ...move, date, seen: 3 }, now)).toEqual({
      ok: false,
      reason: "changedMeanwhile",
    });
    expect(
      await placeItem(janis, { itemId: ids[1], date: next, before: null, seen: 3 }, now),
    ).toMatchObject({ ok: true });
  });

  it("do not shift twice for one delay, nor swap or remove what the other has just changed", async () => {
    const { tripId, ids } = await aDraft(...threeItems);
    const delay = { itemId: ids[0], minutes: 30, seen: 3 };
    expect(await shiftItems(anna, delay, now)).toMatchObject({ ok: true, changes: 2 });
    const meanwhile = { ok: false, reason: "changedMeanwhile" };
    expect(await shiftItems(janis, delay, now)).toEqual(meanwhile);
    const later = { itemId: ids[0], direction: "later" as const };
    expect(await moveItem(janis, { ...later, seen: 3 }, now)).toEqual(meanwhile);
    expect(await removeItem(janis, { itemId: ids[1], seen: 3 }, now)).toEqual(meanwhile);
    expect((await line(tripId)).map(([, starts]) => starts)).toEqual([600, 705, 750]);
    expect(await removeItem(janis, { itemId: ids[1], seen: 4 }, now)).toEqual({ ok: true });
    expect(await shiftItems(janis, { ...delay, seen: 4 }, now)).toMatchObject({ ok: true });
  });

  it("bring back in place what the other removed, with all else that it said", async () => {
    const { tripId, ids } = await aDraft({ venue: "Mazā zāle" });
    const [itemId] = ids;
    await removeItem(anna, { itemId }, now);
    const mine = { itemId, starts: "10:20", ends: "11:20", title: "Vizīte domē" };
    expect(await adjustItem(janis, { ...mine, revision: 1 }, now)).toEqual({
      ok: false,
      reason: "gone",
      byName: anna.email,
      revision: -1,
    });
    expect(await adjustItem(janis, { ...mine, revision: -1 }, now)).toMatchObject({ ok: true });
    expect((await draftItems(anna, tripId, database()))[0]).toMatchObject({
      title: { lv: "Vizīte domē" },
      starts: 620,
      venue: "Mazā zāle",
    });
  });
});
