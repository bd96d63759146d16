import { and, eq, inArray, type SQL } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { agendaItem, agendaItemSpeaker, itineraryVersion } from "#db/schema/itinerary.ts";
import { organisation, place, speaker } from "#db/schema/organisation.ts";
import { trip, tripDay } from "#db/schema/trip.ts";
import { isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { tellTravellers } from "#domain/message/commands.ts";
import { dateInRiga } from "#lib/dates.ts";
import type { Result } from "#lib/result.ts";
import { draftDay, draftOfTrip, newestVersion } from "./queries.ts";
import {
  contentOfDraft,
  positionOn,
  saysTheSame,
  swapWithNeighbour,
  timesOfItem,
  worthTelling,
} from "./rules.ts";
import {
  type ChangedItem,
  changedItem,
  type ItineraryFacts,
  type MovedItem,
  movedItem,
  type NewItem,
  newItem,
  type Publication,
  publication,
  type RemovedItem,
  removedItem,
} from "./schema.ts";

type Common = "notFound" | "cancelled";
type ItemRefusal =
  | Common
  | "invalid"
  /** The date is none of the trip's days. */
  | "notADay"
  | "noDuration"
  | "pastMidnight"
  /** The host, place or speaker is no longer on record. */
  | "unknownChoice";

/** Adds an item to the draft of an own trip. */
export async function addItem(
  actor: Actor,
  input: NewItem,
  _now: Date,
): Promise<Result<{ itemId: string }, ItemRefusal>> {
  const parsed = newItem.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "invalid" };
  const item = parsed.data;
  return database().transaction(async (tx) => {
    const own = await lockOwnTrip(tx, actor, eq(trip.id, item.tripId));
    if (!own.ok) return own;
    const row = await rowOf(tx, actor, own.tripId, item);
    if (!row.ok) return row;
    const [added] = await tx
      .insert(agendaItem)
      .values({ ...row.values, position: positionOn(row.day) })
      .returning({ itemId: agendaItem.id });
    if (!added) throw new Error("An inserted item came back without its id");
    await nameSpeakers(tx, added.itemId, item.speakerIds);
    await record(tx, actor, "itinerary.addItem", own.tripId, added.itemId, {
      title: item.title.lv,
    });
    return { ok: true, ...added };
  });
}

/** Rewrites an item of the draft; with another date it moves to that day. */
export async function editItem(
  actor: Actor,
  input: ChangedItem,
  _now: Date,
): Promise<Result<{ itemId: string }, ItemRefusal>> {
  const parsed = changedItem.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "invalid" };
  const item = parsed.data;
  return database().transaction(async (tx) => {
    const own = await lockOwnTrip(tx, actor, tripOfItem(tx, item.itemId));
    if (!own.ok) return own;
    const row = await rowOf(tx, actor, own.tripId, item);
    if (!row.ok) return row;
    const [edited] = await tx
      .update(agendaItem)
      .set({ ...row.values, position: positionOn(row.day, item.itemId) })
      .where(eq(agendaItem.id, item.itemId))
      .returning({ itemId: agendaItem.id });
    if (!edited) return { ok: false, reason: "notFound" };
    await nameSpeakers(tx, item.itemId, item.speakerIds);
    await record(tx, actor, "itinerary.editItem", own.tripId, item.itemId, {
      title: item.title.lv,
    });
    return { ok: true, ...edited };
  });
}

/** Takes an item out of the draft. Published versions keep it. */
export async function removeItem(
  actor: Actor,
  input: RemovedItem,
  _now: Date,
): Promise<Result<object, Common>> {
  const parsed = removedItem.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "notFound" };
  const { itemId } = parsed.data;
  return database().transaction(async (tx) => {
    const own = await lockOwnTrip(tx, actor, tripOfItem(tx, itemId));
    if (!own.ok) return own;
    const [gone] = await tx
      .delete(agendaItem)
      .where(eq(agendaItem.id, itemId))
      .returning({ title: agendaItem.title });
    if (!gone) return { ok: false, reason: "notFound" };
    await record(tx, actor, "itinerary.removeItem", own.tripId, itemId, { title: gone.title.lv });
    return { ok: true };
  });
}

/** Lets an item trade places in time with the one before or after it on its day. */
export async function moveItem(
  actor: Actor,
  input: MovedItem,
  _now: Date,
): Promise<Result<object, Common | "first" | "last" | "overlap" | "pastMidnight">> {
  const parsed = movedItem.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "notFound" };
  const { itemId, direction } = parsed.data;
  return database().transaction(async (tx) => {
    const own = await lockOwnTrip(tx, actor, tripOfItem(tx, itemId));
    if (!own.ok) return own;
    const day = await draftDay(actor, { itemId }, tx);
    if (!day) return { ok: false, reason: "notFound" };
    const swap = swapWithNeighbour(day, itemId, direction);
    if (!swap.ok) return swap;
    for (const { id, startsAt, endsAt, position } of swap.changes) {
      await tx.update(agendaItem).set({ startsAt, endsAt, position }).where(eq(agendaItem.id, id));
    }
    await record(tx, actor, "itinerary.moveItem", own.tripId, itemId, { direction });
    return { ok: true };
  });
}

/**
 * Publishes the draft as the next version and records a message to everybody who has a seat, while the
 * trip is not over. Refused when there is nothing in it, or nothing new.
 */
export async function publishItinerary(
  actor: Actor,
  input: Publication,
  now: Date,
): Promise<Result<{ number: number }, Common | "invalid" | "empty" | "unchanged">> {
  const parsed = publication.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "invalid" };
  const { tripId, note } = parsed.data;
  return database().transaction(async (tx) => {
    const own = await lockOwnTrip(tx, actor, eq(trip.id, tripId));
    if (!own.ok || !isPerson(actor)) return { ok: false, reason: own.ok ? "notFound" : own.reason };
    const draft = await draftOfTrip(actor, tripId, tx);
    const last = await newestVersion(actor, tripId, tx);
    if (!draft?.days.some(({ items }) => items.length > 0)) return { ok: false, reason: "empty" };
    const content = contentOfDraft(draft);
    if (last && saysTheSame(content, last.facts)) {
      return { ok: false, reason: "unchanged", detail: { number: last.number } };
    }
    const number = (last?.number ?? 0) + 1;
    const facts: ItineraryFacts = { number, note, publishedAt: now.toISOString(), ...content };
    await tx
      .insert(itineraryVersion)
      .values({ tripId, number, note, facts, publishedAt: now, publishedBy: actor.userId });
    await record(tx, actor, "itinerary.publish", tripId, tripId, { number, note });
    if (worthTelling(content, dateInRiga(now))) {
      const cause = `itinerary:${tripId}:${number}`;
      const said = { tripId, kind: "itinerary", facts: { number, note }, cause } as const;
      await tellTravellers(tx, said, now);
    }
    return { ok: true, number };
  });
}

/** Nobody else writes to this trip until the transaction ends; registrations are not held up. */
async function lockOwnTrip(
  tx: Tx,
  actor: Actor,
  which: SQL,
): Promise<Result<{ tripId: string }, Common>> {
  const own = inArray(trip.organisationId, organisationsOf(actor, "organiser"));
  const [found] = await tx
    .select({ tripId: trip.id, cancelledAt: trip.cancelledAt })
    .from(trip)
    .where(and(which, own))
    .for("no key update");
  if (!found) return { ok: false, reason: "notFound" };
  if (found.cancelledAt) return { ok: false, reason: "cancelled" };
  return { ok: true, tripId: found.tripId };
}

function tripOfItem(tx: Tx, itemId: string): SQL {
  const owner = tx
    .select({ tripId: tripDay.tripId })
    .from(agendaItem)
    .innerJoin(tripDay, eq(tripDay.id, agendaItem.tripDayId))
    .where(eq(agendaItem.id, itemId));
  return inArray(trip.id, owner);
}

/** The item as a row, if its day, times, host, place and speakers hold. */
async function rowOf(tx: Tx, actor: Actor, tripId: string, item: Omit<NewItem, "tripId">) {
  const { date, kind, title, note, hostId, placeId, speakerIds } = item;
  const times = timesOfItem(item);
  if (!times.ok) return times;
  const day = await draftDay(actor, { tripId, date }, tx);
  if (!day) return { ok: false, reason: "notADay" } as const;
  const hosts = hostId ? await tx.$count(organisation, eq(organisation.id, hostId)) : 1;
  const places = placeId ? await tx.$count(place, eq(place.id, placeId)) : 1;
  const speakers = await tx.$count(speaker, inArray(speaker.id, speakerIds));
  if (!hosts || !places || speakers !== new Set(speakerIds).size) {
    return { ok: false, reason: "unknownChoice" } as const;
  }
  const { startsAt, endsAt } = times;
  const values = { tripDayId: day.id, kind, startsAt, endsAt, title, note, hostId, placeId };
  return { ok: true, values, day } as const;
}

async function nameSpeakers(tx: Tx, agendaItemId: string, speakerIds: string[]): Promise<void> {
  await tx.delete(agendaItemSpeaker).where(eq(agendaItemSpeaker.agendaItemId, agendaItemId));
  const rows = [...new Set(speakerIds)].map((speakerId, position) => ({
    agendaItemId,
    speakerId,
    position,
  }));
  if (rows.length) await tx.insert(agendaItemSpeaker).values(rows);
}

function record(
  tx: Tx,
  actor: Actor,
  action: string,
  tripId: string,
  subjectId: string,
  details: Record<string, unknown>,
): Promise<void> {
  return recordAudit(tx, actor, { action, tripId, subjectId, details });
}
