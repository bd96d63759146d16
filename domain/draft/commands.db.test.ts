import { describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { editItem, removeItem } from "#domain/agenda/commands.ts";
import { duplicateItem, placeItem, shiftItems } from "#domain/arrangement/commands.ts";
import { acceptWarning, restoreWarning } from "#domain/warning/commands.ts";
import { warningsOfDraft } from "#domain/warning/queries.ts";
import {
  date,
  itemForm,
  next,
  now,
  threeItems,
  twoOrganisers,
} from "#scripts/checks/drafted-trip.ts";
import { undoChange } from "./commands.ts";
import { draftItems, latestChanges } from "./queries.ts";

const { anna, janis, aDraft, line } = await twoOrganisers();

describe("an organiser who builds", () => {
  it("shifts what comes after, puts an item on another day, duplicates, and takes each back", async () => {
    const { tripId, ids } = await aDraft(...threeItems);
    const before = await line(tripId);
    const deeds = [
      () => shiftItems(anna, { itemId: ids[0], minutes: 20 }, now),
      () => placeItem(anna, { itemId: ids[2], date: next, before: null }, now),
      () => duplicateItem(anna, { itemId: ids[0] }, now),
      () => removeItem(anna, { itemId: ids[1] }, now),
    ];
    const lines = [before];
    for (const deed of deeds) {
      expect(await deed()).toMatchObject({ ok: true });
      lines.push(await line(tripId));
    }
    expect(lines[1]).toEqual([
      ["12", 600, "A"],
      ["12", 695, "B"],
      ["12", 740, "C"],
    ]);
    expect(lines[2]?.at(-1)).toEqual(["13", 740, "C"]);
    expect(lines[3]?.filter(([, , title]) => title === "A")).toEqual([
      ["12", 600, "A"],
      ["12", 660, "A"],
    ]);
    for (const expected of lines.slice(0, -1).reverse()) {
      const [last] = (await latestChanges(anna, tripId, database())).filter(
        ({ kind }) => kind !== "undo",
      );
      const newest = await undoNewest(tripId, anna);
      expect(newest).toEqual({ ok: true });
      expect(await line(tripId)).toEqual(expected);
      expect(last).toBeDefined();
    }
  });

  it("cannot take back what another has changed since, nor the same twice", async () => {
    const { tripId, ids } = await aDraft({});
    expect(
      await editItem(janis, { itemId: ids[0], ...itemForm({ starts: "10:15" }) }, now),
    ).toMatchObject({ ok: true });
    expect(await undoChange(anna, { tripId, revision: 1 }, now)).toEqual({
      ok: false,
      reason: "changedMeanwhile",
    });
    expect(await undoChange(janis, { tripId, revision: 2 }, now)).toEqual({ ok: true });
    expect(await undoChange(janis, { tripId, revision: 2 }, now)).toEqual({
      ok: false,
      reason: "nothingToUndo",
    });
  });
});

async function undoNewest(tripId: string, actor: PersonActor) {
  const changes = await latestChanges(actor, tripId, database());
  const gone = changes.map(({ undoes }) => undoes);
  const newest = changes.find(({ kind, revision }) => kind !== "undo" && !gone.includes(revision));
  return undoChange(actor, { tripId, revision: newest?.revision ?? 0 }, now);
}

describe("a warning", () => {
  it("is accepted with a note while its facts hold, and can be given again", async () => {
    const { tripId } = await aDraft({}, { starts: "10:30", ends: "11:30" });
    const given = async () => {
      const items = await draftItems(anna, tripId, database());
      return warningsOfDraft(anna, { tripId, dates: [date, next], items }, database());
    };
    const overlap = (await given()).find(({ kind }) => kind === "overlap");
    const fingerprint = overlap?.fingerprint ?? "";
    expect(overlap?.acceptedNote).toBeNull();
    expect(await acceptWarning(anna, { tripId, fingerprint, note: " " }, now)).toEqual({
      ok: false,
      reason: "invalid",
      detail: { note: "itinerary.error.acceptanceNote" },
    });
    const note = "Grupa dalās divās daļās";
    expect(await acceptWarning(anna, { tripId, fingerprint, note }, now)).toEqual({ ok: true });
    expect((await given()).find(({ kind }) => kind === "overlap")?.acceptedNote).toBe(note);
    const other = { tripId, fingerprint: `${fingerprint}x`, note };
    expect(await acceptWarning(anna, other, now)).toEqual({ ok: false, reason: "noWarning" });
    expect(await restoreWarning(anna, { tripId, fingerprint }, now)).toEqual({ ok: true });
    expect((await given()).find(({ kind }) => kind === "overlap")?.acceptedNote).toBeNull();
  });
});
