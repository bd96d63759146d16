import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { speaker } from "#db/schema/organisation.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { moveItem } from "#domain/arrangement/commands.ts";
import { publishItinerary } from "#domain/itinerary/commands.ts";
import { draftItinerary } from "#domain/itinerary/queries.ts";
import { cancelTrip, publishTrip } from "#domain/trip-state/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import {
  anOrganisation,
  aPerson,
  aPlace,
  aTrip as aTripOf,
  strangersTo,
  tripFacts,
} from "#scripts/checks/factories.ts";
import { addItem, editItem, removeItem } from "./commands.ts";
import type { NewItem } from "./schema.ts";

const now = momentInRiga("2026-05-20", "12:00");
const unknown = "00000000-0000-4000-8000-000000000000";

let organisationId: string;
let placeId: string;
let organiser: PersonActor;
let strangers: Actor[];

beforeAll(async () => {
  organisationId = await anOrganisation();
  placeId = await aPlace();
  organiser = await aPerson({ role: "organiser", organisationId });
  strangers = await strangersTo(organisationId);
});

const aTrip = () => aTripOf(organiser, tripFacts({ organisationId, placeId }));

const item = (changes: Partial<NewItem> = {}): Omit<NewItem, "tripId"> => ({
  date: "2026-06-12",
  kind: "visit",
  starts: "11:00",
  ends: "12:30",
  title: { lv: "Apmeklējums" },
  note: null,
  hostId: null,
  placeId: null,
  speakerIds: [],
  ...changes,
});

async function anItem(tripId: string, changes: Partial<NewItem> = {}): Promise<string> {
  const added = await addItem(organiser, { tripId, ...item(changes) }, now);
  if (!added.ok) throw new Error(added.reason);
  return added.itemId;
}

async function titlesOf(slug: string): Promise<string[][]> {
  const draft = await draftItinerary(organiser, slug);
  return draft?.days.map(({ items }) => items.map(({ title }) => title.lv)) ?? [];
}

async function aSpeaker(publicationBasis: string | null): Promise<string> {
  const [made] = await database()
    .insert(speaker)
    .values({
      organisationId: await anOrganisation("host"),
      givenName: "Anna",
      familyName: "Bērziņa",
      role: { lv: "vadītāja" },
      publicationBasis,
    })
    .returning({ id: speaker.id });
  return (made as { id: string }).id;
}

describe("writing the draft", () => {
  it("adds an item with its host, place and speakers in their order", async () => {
    const { tripId, slug } = await aTrip();
    const hostId = await anOrganisation("host");
    const speakerIds = [await aSpeaker(null), await aSpeaker("relīze")];
    await anItem(tripId, { hostId, placeId, speakerIds });
    const draft = await draftItinerary(organiser, slug);
    expect(draft?.days[0]?.items).toMatchObject([
      {
        hostId,
        placeId,
        startsAt: momentInRiga("2026-06-12", "11:00"),
        speakers: [
          { id: speakerIds[0], mayBeNamed: false },
          { id: speakerIds[1], mayBeNamed: true },
        ],
      },
    ]);
  });

  it("edits an item, also onto another day", async () => {
    const { tripId, slug } = await aTrip();
    const itemId = await anItem(tripId);
    await anItem(tripId, { date: "2026-06-13", title: { lv: "Otrā diena" } });
    const moved = item({ date: "2026-06-13", title: { lv: "Pārcelts" } });
    expect(await editItem(organiser, { itemId, ...moved }, now)).toMatchObject({
      ok: true,
      itemId,
    });
    expect(await titlesOf(slug)).toEqual([[], ["Otrā diena", "Pārcelts"]]);
  });

  it("moves an item before its neighbour and removes one", async () => {
    const { tripId, slug } = await aTrip();
    await anItem(tripId, { title: { lv: "Pirmais" } });
    const second = await anItem(tripId, {
      starts: "13:00",
      ends: "14:00",
      title: { lv: "Otrais" },
    });
    expect(await moveItem(organiser, { itemId: second, direction: "earlier" }, now)).toEqual({
      ok: true,
      changes: 2,
    });
    expect(await titlesOf(slug)).toEqual([["Otrais", "Pirmais"], []]);
    expect(await removeItem(organiser, { itemId: second }, now)).toEqual({ ok: true });
    expect(await titlesOf(slug)).toEqual([["Pirmais"], []]);
    const trail = await database()
      .select({ action: auditEntry.action })
      .from(auditEntry)
      .where(and(eq(auditEntry.tripId, tripId), eq(auditEntry.subjectId, second)));
    expect(trail.map(({ action }) => action)).toEqual([
      "itinerary.add",
      "itinerary.move",
      "itinerary.remove",
    ]);
  });

  it("says why an item cannot be so", async () => {
    const { tripId } = await aTrip();
    const reason = async (changes: Partial<NewItem>) => {
      const added = await addItem(organiser, { tripId, ...item(changes) }, now);
      return added.ok ? null : added.reason;
    };
    expect(await reason({ date: "2026-06-14" })).toBe("notADay");
    expect(await reason({ starts: "12:30" })).toBe("noDuration");
    expect(await reason({ ends: "10:00" })).toBe("pastMidnight");
    expect(await reason({ kind: "lodging", ends: "10:00" })).toBeNull();
    expect(await reason({ starts: "25:00" })).toBe("invalid");
    expect(await reason({ title: { lv: " " } })).toBe("invalid");
    expect(await reason({ hostId: unknown })).toBe("unknownChoice");
    expect(await reason({ placeId: unknown })).toBe("unknownChoice");
    expect(await reason({ speakerIds: [unknown] })).toBe("unknownChoice");
  });

  it("keeps all that several people add at once, each in its own place", async () => {
    const { tripId, slug } = await aTrip();
    await Promise.all(Array.from({ length: 6 }, () => anItem(tripId)));
    const draft = await draftItinerary(organiser, slug);
    const positions = draft?.days[0]?.items.map(({ position }) => position);
    expect(positions).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("is over once the trip is cancelled", async () => {
    const { tripId } = await aTrip();
    const itemId = await anItem(tripId);
    await publishTrip(organiser, { tripId }, now);
    const cancelled = await cancelTrip(organiser, { tripId, reason: { lv: "Slimība" } }, now);
    expect(cancelled.ok).toBe(true);
    const refused = { ok: false, reason: "cancelled" };
    expect(await addItem(organiser, { tripId, ...item() }, now)).toEqual(refused);
    expect(await editItem(organiser, { itemId, ...item() }, now)).toEqual(refused);
    expect(await removeItem(organiser, { itemId }, now)).toEqual(refused);
    expect(await moveItem(organiser, { itemId, direction: "later" }, now)).toEqual(refused);
    expect(await publishItinerary(organiser, { tripId, note: "Vēl" }, now)).toEqual(refused);
  });
});

it("answers every stranger as if neither the trip nor the item existed", async () => {
  const { tripId, slug } = await aTrip();
  const itemId = await anItem(tripId);
  const notFound = { ok: false, reason: "notFound" };
  for (const stranger of strangers) {
    expect(await addItem(stranger, { tripId, ...item() }, now)).toEqual(notFound);
    expect(await editItem(stranger, { itemId, ...item() }, now)).toEqual(notFound);
    expect(await removeItem(stranger, { itemId }, now)).toEqual(notFound);
    expect(await moveItem(stranger, { itemId, direction: "later" }, now)).toEqual(notFound);
    expect(await publishItinerary(stranger, { tripId, note: "Mana" }, now)).toEqual(notFound);
    expect(await draftItinerary(stranger, slug)).toBeNull();
  }
  expect(await titlesOf(slug)).toEqual([["Apmeklējums"], []]);
});
