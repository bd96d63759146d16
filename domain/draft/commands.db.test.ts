import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { addItem, editItem, removeItem } from "#domain/agenda/commands.ts";
import type { NewItem } from "#domain/agenda/schema.ts";
import { duplicateItem, placeItem, shiftItems } from "#domain/arrangement/commands.ts";
import { acceptWarning, restoreWarning } from "#domain/warning/commands.ts";
import { warningsOfDraft } from "#domain/warning/queries.ts";
import { momentInRiga } from "#lib/dates.ts";
import { anOrganisation, aPerson, aPlace, aTrip, tripFacts } from "#scripts/checks/factories.ts";
import { undoChange } from "./commands.ts";
import { draftItems, latestChanges } from "./queries.ts";

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
      await editItem(janis, { itemId: ids[0], ...form({ starts: "10:15" }) }, now),
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
