import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { insertRows } from "#db/insert-rows.ts";
import {
  acceptedWarning,
  agendaItem,
  agendaItemSpeaker,
  itineraryVersion,
} from "#db/schema/itinerary.ts";
import { lodging, room } from "#db/schema/lodging.ts";
import { question } from "#db/schema/question.ts";
import { pickup, vehicle } from "#db/schema/travel.ts";
import { tripDay, tripPlace } from "#db/schema/trip.ts";
import type { Ids } from "#domain/archive-register/commands.ts";
import { fingerprintOf, type NewIds, versionOf } from "./rules.ts";
import type { Plan } from "./schema.ts";

/** The trip that a plan is written for, and who stands for an address of the file; for none, the importer. */
export type Target = {
  tripId: string;
  slug: string;
  ids: Ids;
  doerOf: (email: string | null) => string;
};

/** Ids of what was written, by what the file calls it. */
export type Planned = {
  day: Map<string, string>;
  /** An item of the draft or of any version. */
  itemIn: (id: string) => string;
  /** Of each vehicle, its stops in order. */
  pickup: Map<string, string[]>;
  lodgings: { id: string; room: Map<string, string> }[];
  questions: string[];
};

/** Writes the plan of a file for a new trip. The file's problems have been told before. */
export async function writePlan(tx: Tx, target: Target, plan: Plan): Promise<Planned> {
  const day = await writeDays(tx, target, plan);
  const itemIn = await writeItinerary(tx, target, plan, day);
  return {
    day,
    itemIn,
    pickup: await writeVehicles(tx, target, plan),
    lodgings: await writeLodgings(tx, target, plan),
    questions: await writeQuestions(tx, target, plan),
  };
}

const placeIn = ({ ids }: Target, name: string | null) => (name && ids.place.get(name)) || null;

const organisationIn = ({ ids }: Target, key: string | null) =>
  (key && ids.organisation.get(key)) || null;

async function writeDays(tx: Tx, target: Target, { days, route }: Plan) {
  const { tripId } = target;
  const rows = days.map((date) => ({ id: randomUUID(), tripId, date }));
  if (rows.length) await tx.insert(tripDay).values(rows);
  const places = route.map(({ place, kind }, index) => {
    const placeId = placeIn(target, place) ?? "";
    return { tripId, position: index + 1, placeId, kind };
  });
  if (places.length) await tx.insert(tripPlace).values(places);
  return new Map(rows.map(({ id, date }) => [date, id]));
}

async function writeItinerary(
  tx: Tx,
  target: Target,
  { itinerary }: Plan,
  day: ReadonlyMap<string, string>,
): Promise<(id: string) => string> {
  const newIds = await newIdsFor(tx, itinerary);
  const idOf = (id: string) => newIds?.get(id) ?? id;
  const { tripId, slug, ids, doerOf } = target;
  const items = itinerary.items.map(
    ({ id, date, host, place, speakers: _, startsAt, endsAt, ...facts }) => ({
      ...facts,
      id: idOf(id),
      tripDayId: day.get(date) ?? "",
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      hostId: organisationIn(target, host),
      placeId: placeIn(target, place),
    }),
  );
  await insertRows(tx, agendaItem, items);
  const speaking = itinerary.items.flatMap(({ id, speakers }) => {
    const known = new Set(speakers.flatMap((key) => ids.speaker.get(key) ?? []));
    const agendaItemId = idOf(id);
    return [...known].map((speakerId, position) => ({ agendaItemId, speakerId, position }));
  });
  await insertRows(tx, agendaItemSpeaker, speaking);
  for (const { facts, publishedAt, publishedBy, ...version } of itinerary.versions) {
    await tx.insert(itineraryVersion).values({
      ...version,
      tripId,
      facts: versionOf(facts, slug, newIds),
      publishedAt: new Date(publishedAt),
      publishedBy: doerOf(publishedBy),
    });
  }
  for (const { fingerprint, note, acceptedAt, acceptedBy } of itinerary.acceptedWarnings) {
    await tx.insert(acceptedWarning).values({
      tripId,
      fingerprint: fingerprintOf(fingerprint, newIds),
      note,
      acceptedAt: new Date(acceptedAt),
      acceptedBy: doerOf(acceptedBy),
    });
  }
  return idOf;
}

/** Items keep their ids, which versions and warnings speak of, unless the same file was imported here before. */
async function newIdsFor(tx: Tx, { items, versions }: Plan["itinerary"]): Promise<NewIds> {
  const own = items.map(({ id }) => id);
  const taken = await tx.$count(agendaItem, sql`${agendaItem.id} = any(${sql.param(own)}::uuid[])`);
  if (taken === 0) return null;
  const spokenOf = versions.flatMap(({ facts }) =>
    facts.days.flatMap(({ items: those }) => those.flatMap(({ id }) => id ?? [])),
  );
  return new Map([...new Set([...own, ...spokenOf])].map((id) => [id, randomUUID()]));
}

async function writeVehicles(tx: Tx, target: Target, { vehicles }: Plan) {
  const { tripId } = target;
  const pickups = new Map<string, string[]>();
  for (const { stops, ...facts } of vehicles) {
    const vehicleId = randomUUID();
    await tx.insert(vehicle).values({ ...facts, id: vehicleId, tripId });
    const rows = stops.map(({ place, organisation, spot, departsAt }) => ({
      id: randomUUID(),
      tripId,
      vehicleId,
      spot,
      departsAt: new Date(departsAt),
      placeId: placeIn(target, place),
      organisationId: organisationIn(target, organisation),
    }));
    if (rows.length) await tx.insert(pickup).values(rows);
    pickups.set(
      facts.name,
      rows.map(({ id }) => id),
    );
  }
  return pickups;
}

async function writeLodgings(tx: Tx, { tripId }: Target, { lodgings }: Plan) {
  const written: Planned["lodgings"] = [];
  for (const { rooms, ...facts } of lodgings) {
    const id = randomUUID();
    await tx.insert(lodging).values({ ...facts, id, tripId });
    const rows = rooms.map((one) => ({ ...one, id: randomUUID(), lodgingId: id }));
    if (rows.length) await tx.insert(room).values(rows);
    written.push({ id, room: new Map(rows.map((one) => [one.name, one.id])) });
  }
  return written;
}

async function writeQuestions(tx: Tx, { tripId }: Target, { questions }: Plan) {
  const ids = questions.map(() => randomUUID());
  for (const [index, { condition: _, retiredAt, ...facts }] of questions.entries()) {
    await tx.insert(question).values({
      ...facts,
      id: ids[index] ?? "",
      tripId,
      position: index + 1,
      retiredAt: retiredAt === null ? null : new Date(retiredAt),
    });
  }
  // Only when all are there: one may be asked because of a later one.
  for (const [index, { condition }] of questions.entries()) {
    if (!condition) continue;
    const on = { conditionQuestionId: ids[condition.question - 1] ?? null };
    await tx
      .update(question)
      .set({ ...on, conditionAnswer: condition.answer })
      .where(eq(question.id, ids[index] ?? ""));
  }
  return ids;
}
