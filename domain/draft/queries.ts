import { and, asc, desc, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import * as z from "zod/mini";
import { database, type Tx } from "#db/client.ts";
import { agendaChange, agendaItem, agendaItemSpeaker } from "#db/schema/itinerary.ts";
import { organisation, place, speaker } from "#db/schema/organisation.ts";
import { user } from "#db/schema/person.ts";
import { tripDay } from "#db/schema/trip.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import type { HeldLanguage, ItemState } from "#domain/agenda/schema.ts";
import { nameEnOnTrip, nameOnTrip } from "#domain/organisation/queries.ts";
import { minuteOf } from "./rules.ts";
import type { DraftChange, DraftItem } from "./schema.ts";

/** The items of an own trip's draft by day and in order, read in the caller's transaction. */
export async function draftItems(actor: Actor, tripId: string, tx: Tx): Promise<DraftItem[]> {
  const own = sql`${tripDay.tripId} in (select id from trip where id = ${tripId} and ${inArray(
    sql`organisation_id`,
    organisationsOf(actor, "organiser"),
  )})`;
  const rows = await tx
    .select(itemColumns)
    .from(agendaItem)
    .innerJoin(tripDay, eq(tripDay.id, agendaItem.tripDayId))
    .leftJoin(organisation, eq(organisation.id, agendaItem.hostId))
    .leftJoin(place, eq(place.id, agendaItem.placeId))
    .where(own)
    .orderBy(asc(agendaItem.startsAt), asc(agendaItem.position));
  const speakers = await speakersOf(tx, own);
  return rows.map(({ hostName, hostNameEn, placeAt, languages, ...row }) => {
    const named = speakers.get(row.id) ?? [];
    const { latitude, longitude } = row;
    return {
      ...row,
      languages: languages as HeldLanguage[],
      starts: minuteOf(row.date, row.startsAt),
      ends: minuteOf(row.date, row.endsAt),
      host: hostName ? { lv: hostName, ...(hostNameEn ? { en: hostNameEn } : {}) } : null,
      at: latitude !== null && longitude !== null ? { latitude, longitude } : placeAt,
      speakers: named,
      speakerIds: named.map(({ id }) => id),
    };
  });
}

const itemColumns = {
  id: agendaItem.id,
  date: tripDay.date,
  position: agendaItem.position,
  kind: agendaItem.kind,
  startsAt: agendaItem.startsAt,
  endsAt: agendaItem.endsAt,
  title: agendaItem.title,
  note: agendaItem.note,
  hostId: agendaItem.hostId,
  hostName: nameOnTrip(tripDay.tripId),
  hostNameEn: nameEnOnTrip(tripDay.tripId),
  hostLimit: organisation.groupLimit,
  placeId: agendaItem.placeId,
  place: place.name,
  placeAt: { latitude: place.latitude, longitude: place.longitude },
  venue: agendaItem.venue,
  address: agendaItem.address,
  latitude: agendaItem.latitude,
  longitude: agendaItem.longitude,
  languages: agendaItem.languages,
  interpretation: agendaItem.interpretation,
  responsible: agendaItem.responsible,
  internalNote: agendaItem.internalNote,
  revision: agendaItem.revision,
};

async function speakersOf(tx: Tx, which: SQL) {
  const rows = await tx
    .select({
      itemId: agendaItemSpeaker.agendaItemId,
      id: speaker.id,
      givenName: speaker.givenName,
      familyName: speaker.familyName,
      role: speaker.role,
      mayBeNamed: sql<boolean>`coalesce(trim(${speaker.publicationBasis}), '') <> ''`,
    })
    .from(agendaItemSpeaker)
    .innerJoin(speaker, eq(speaker.id, agendaItemSpeaker.speakerId))
    .innerJoin(agendaItem, eq(agendaItem.id, agendaItemSpeaker.agendaItemId))
    .innerJoin(tripDay, eq(tripDay.id, agendaItem.tripDayId))
    .where(which)
    .orderBy(asc(agendaItemSpeaker.position));
  const named = rows.map(({ givenName, familyName, ...one }) => ({
    ...one,
    name: `${givenName} ${familyName}`,
  }));
  const byItem = Map.groupBy(named, ({ itemId }) => itemId);
  return new Map(
    [...byItem].map(([itemId, all]) => [itemId, all.map(({ itemId: _item, ...one }) => one)]),
  );
}

/** What was changed in an own trip's draft after a revision, in that order. */
export async function changesSince(
  actor: Actor,
  tripId: string,
  revision: number,
  tx: Tx = database(),
): Promise<DraftChange[]> {
  return changes(tx, and(ofOwnTrip(actor, tripId), gt(agendaChange.revision, revision)), 200);
}

/** Ids of the items that others than the actor changed after a revision that the actor `seen`; none without one. */
export async function touchedByOthers(
  actor: PersonActor,
  tripId: string,
  seen: number | undefined,
  tx: Tx,
): Promise<Set<string>> {
  const since = seen === undefined ? [] : await changesSince(actor, tripId, seen, tx);
  const others = since.filter(({ changedBy }) => changedBy !== actor.userId);
  return new Set(others.flatMap(({ before, after }) => [...before, ...after].map(({ id }) => id)));
}

/** The newest changes of an own trip's draft, the newest first. */
export async function latestChanges(actor: Actor, tripId: string, tx: Tx): Promise<DraftChange[]> {
  return (await changes(tx, ofOwnTrip(actor, tripId), 100)).reverse();
}

/** Every change of an item of an own trip that is on record, the newest last. */
export async function statesOfItem(
  actor: Actor,
  itemId: string,
  tx: Tx,
): Promise<{ change: DraftChange; before: ItemState | null; after: ItemState | null }[]> {
  const holds = JSON.stringify([{ id: itemId }]);
  const touched = sql`(${agendaChange.before} @> ${holds}::jsonb or ${agendaChange.after} @> ${holds}::jsonb)`;
  const rows = await changes(tx, and(ownTripOnly(actor), touched), 500);
  const stateIn = (items: ItemState[]) => items.find(({ id }) => id === itemId) ?? null;
  return rows.map((change) => ({
    change,
    before: stateIn(change.before),
    after: stateIn(change.after),
  }));
}

/** What an item of an own trip said last, also when it has been removed; null when there never was one. */
export async function lastStateOf(
  actor: Actor,
  itemId: string,
  tx: Tx = database(),
): Promise<ItemState | null> {
  if (!z.guid().safeParse(itemId).success) return null;
  const newest = (await statesOfItem(actor, itemId, tx)).at(-1);
  return newest?.after ?? newest?.before ?? null;
}

async function changes(tx: Tx, where: SQL | undefined, most: number) {
  const rows = await tx
    .select({
      revision: agendaChange.revision,
      kind: agendaChange.kind,
      before: sql<ItemState[]>`${agendaChange.before}`,
      after: sql<ItemState[]>`${agendaChange.after}`,
      undoes: agendaChange.undoes,
      changedBy: agendaChange.changedBy,
      byName: sql<string>`coalesce(nullif(concat_ws(' ', ${user.givenName}, ${user.familyName}), ''), ${user.name}, ${user.email})`,
      changedAt: agendaChange.changedAt,
    })
    .from(agendaChange)
    .innerJoin(user, eq(user.id, agendaChange.changedBy))
    .where(where)
    .orderBy(desc(agendaChange.revision))
    .limit(most);
  return rows.reverse();
}

const ownTripOnly = (actor: Actor) =>
  sql`${agendaChange.tripId} in (select id from trip where ${inArray(
    sql`organisation_id`,
    organisationsOf(actor, "organiser"),
  )})`;

const ofOwnTrip = (actor: Actor, tripId: string) =>
  and(eq(agendaChange.tripId, tripId), ownTripOnly(actor));
