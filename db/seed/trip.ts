import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { trip } from "#db/schema/trip.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { addItem } from "#domain/agenda/commands.ts";
import type { NewItem } from "#domain/agenda/schema.ts";
import { publishItinerary } from "#domain/itinerary/commands.ts";
import { draftItinerary } from "#domain/itinerary/queries.ts";
import { register } from "#domain/registration/commands.ts";
import { createTrip } from "#domain/trip/commands.ts";
import type { NewTrip } from "#domain/trip/schema.ts";
import { publishTrip } from "#domain/trip-state/commands.ts";
import { done } from "./once.ts";
import { type Participant, personAt } from "./people.ts";

/** A trip of this address, made and published unless it is there. */
export async function openTrip(
  organiser: PersonActor,
  facts: NewTrip & { slug: string },
  now: Date,
): Promise<string> {
  const [known] = await database()
    .select({ id: trip.id })
    .from(trip)
    .where(eq(trip.slug, facts.slug));
  const tripId = known?.id ?? done(await createTrip(organiser, facts, now)).tripId;
  done(await publishTrip(organiser, { tripId }, now));
  return tripId;
}

export type Item = Omit<NewItem, "tripId">;

/** Writes the items into a draft that has none, and publishes it unless that was done. */
export async function writeItinerary(
  organiser: PersonActor,
  { tripId, slug, note }: { tripId: string; slug: string; note: string | null },
  items: readonly Item[],
  now: Date,
): Promise<void> {
  const draft = await draftItinerary(organiser, slug);
  const begun = draft?.days.flatMap((day) => day.items).length ?? 0;
  for (const item of items.slice(begun)) done(await addItem(organiser, { tripId, ...item }, now));
  if (note === null || draft?.published) return;
  done(await publishItinerary(organiser, { tripId, note }, now));
}

/**
 * Registers people one after the other, some minutes apart, from `opened` on. Answers the ids of their
 * registrations in the same order.
 */
export async function registerAll(
  slug: string,
  people: readonly Participant[],
  organisationIds: ReadonlyMap<string, string>,
  opened: Date,
): Promise<string[]> {
  const ids = [];
  for (const [index, person] of people.entries()) {
    const { municipality, email, ...answers } = person;
    const organisation = organisationIds.get(municipality);
    if (!organisation) throw new Error(`No municipality is called ${municipality}`);
    const wish = {
      ...answers,
      organisation,
      institution: "",
      tripSlug: slug,
      locale: "lv" as const,
    };
    const at = new Date(opened.getTime() + index * 47 * 60_000);
    ids.push(done(await register(await personAt(email), wish, at)).registrationId);
  }
  return ids;
}

/** A uuid that is the same for the same words, so that what is done again is recognised. */
export function steadyId(...words: string[]): string {
  const hex = createHash("sha256").update(words.join("\n")).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

type Text = { lv: string; en?: string; lt?: string };

/** An item without a host. */
export function plainItem(
  date: string,
  [starts, ends]: readonly [string, string],
  kind: Item["kind"],
  title: Text,
  placeId: string | null = null,
): Item {
  return { date, starts, ends, kind, title, placeId, note: null, hostId: null, speakerIds: [] };
}

/** An item at a host, with those who speak. */
export function atHost(
  date: string,
  [starts, ends]: readonly [string, string],
  title: Text,
  { id: hostId, speakerIds }: { id: string; speakerIds: string[] },
  placeId: string | null,
): Item {
  return { date, starts, ends, kind: "visit", title, note: null, placeId, hostId, speakerIds };
}
