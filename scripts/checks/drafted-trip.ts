import { database } from "#db/client.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { addItem } from "#domain/agenda/commands.ts";
import type { NewItem } from "#domain/agenda/schema.ts";
import { draftItems } from "#domain/draft/queries.ts";
import { momentInRiga } from "#lib/dates.ts";
import { anOrganisation, aPerson, aPlace, aTrip, tripFacts } from "./factories.ts";

export const now = momentInRiga("2026-05-20", "12:00");
export const [date, next] = ["2026-06-12", "2026-06-13"] as const;

/** What a form says of an item. */
export const itemForm = (changes: Partial<NewItem> = {}): Omit<NewItem, "tripId"> => ({
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

export const threeItems = [
  { title: { lv: "A" } },
  { title: { lv: "B" }, starts: "11:15", ends: "12:00" },
  { title: { lv: "C" }, starts: "12:00", ends: "13:00" },
];

/** Two organisers of one organisation, and what they do: `aDraft` of these items, and `line` reads one. */
export async function twoOrganisers() {
  const organisationId = await anOrganisation();
  const placeId = await aPlace();
  const anna: PersonActor = await aPerson({ role: "organiser", organisationId });
  const janis: PersonActor = await aPerson({ role: "organiser", organisationId });
  const aDraft = async (...items: Partial<NewItem>[]) => {
    const { tripId } = await aTrip(anna, tripFacts({ organisationId, placeId }));
    const ids: string[] = [];
    for (const item of items) {
      const added = await addItem(anna, { tripId, ...itemForm(item) }, now);
      if (!added.ok) throw new Error(added.reason);
      ids.push(added.itemId);
    }
    return { tripId, ids: ids as [string, string, string] };
  };
  const line = async (tripId: string) =>
    (await draftItems(anna, tripId, database())).map(({ date: day, starts, title }) => [
      day.slice(-2),
      starts,
      title.lv,
    ]);
  return { anna, janis, aDraft, line };
}
