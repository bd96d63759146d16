import { describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { adjustItem, editItem, removeItem } from "#domain/agenda/commands.ts";
import { moveItem, placeItem, shiftItems } from "#domain/arrangement/commands.ts";
import {
  date,
  itemForm,
  next,
  now,
  threeItems,
  twoOrganisers,
} from "#scripts/checks/drafted-trip.ts";
import { draftItems } from "./queries.ts";

const { anna, janis, aDraft, line } = await twoOrganisers();

describe("two organisers at once", () => {
  it("both keep what they changed, and the second is told what the first did", async () => {
    const { tripId, ids } = await aDraft({});
    const [itemId] = ids;
    const first = itemForm({ starts: "10:15", ends: "11:15" });
    expect(await editItem(anna, { itemId, revision: 1, ...first }, now)).toMatchObject({
      ok: true,
    });
    const second = itemForm({ title: { lv: "Vizīte domē" }, venue: "Mazā zāle" });
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
    await editItem(anna, { itemId, revision: 1, ...itemForm({ title, venue: "Zāle" }) }, now);
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
    await editItem(anna, { itemId, revision: 1, ...itemForm({ venue: "Lielā zāle" }) }, now);
    const mine = itemForm({ venue: "Mazā zāle" });
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
    const mine = itemForm({ venue: "Mazā zāle" });
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
