import { asc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { acceptedWarning, agendaItem, itineraryVersion } from "#db/schema/itinerary.ts";
import { lodging, room } from "#db/schema/lodging.ts";
import { user } from "#db/schema/person.ts";
import { question } from "#db/schema/question.ts";
import { pickup, vehicle } from "#db/schema/travel.ts";
import { tripDay, tripPlace } from "#db/schema/trip.ts";
import { addressInFile } from "#domain/archive-doer/queries.ts";
import type { Names } from "#domain/archive-register/queries.ts";

type Wanted = { people: boolean; names: Names };

/** How a trip's questions, stops and rooms are spoken of within its file, by their ids. */
export type PlanNames = {
  question: ReadonlyMap<string, number>;
  pickup: ReadonlyMap<string, { vehicle: string; stop: number }>;
  room: ReadonlyMap<string, { lodging: number; room: string }>;
};

/**
 * What is planned of a trip. Moments are Dates, which JSON writes in UTC. Drivers and those who published or are
 * responsible are named only where people are. The caller has seen that the actor may read the trip.
 */
export async function planOfTrip(tx: Tx, tripId: string, wanted: Wanted) {
  const travel = await vehiclesOf(tx, tripId, wanted);
  const houses = await lodgingsOf(tx, tripId);
  const asked = await questionsOf(tx, tripId);
  const names: PlanNames = { question: asked.numbers, pickup: travel.stops, room: houses.rooms };
  const plan = {
    days: await daysOf(tx, tripId),
    route: await routeOf(tx, tripId, wanted.names),
    itinerary: {
      items: await itemsOf(tx, tripId, wanted),
      versions: await versionsOf(tx, tripId, wanted),
      acceptedWarnings: await warningsOf(tx, tripId, wanted),
    },
    vehicles: travel.vehicles,
    lodgings: houses.lodgings,
    questions: asked.questions,
  };
  return { plan, names };
}

const ownDay = eq(tripDay.id, agendaItem.tripDayId);

async function daysOf(tx: Tx, tripId: string) {
  const days = await tx
    .select({ date: tripDay.date })
    .from(tripDay)
    .where(eq(tripDay.tripId, tripId))
    .orderBy(asc(tripDay.date));
  return days.map(({ date }) => date);
}

async function routeOf(tx: Tx, tripId: string, names: Names) {
  const route = await tx
    .select({ placeId: tripPlace.placeId, kind: tripPlace.kind })
    .from(tripPlace)
    .where(eq(tripPlace.tripId, tripId))
    .orderBy(asc(tripPlace.position));
  return route.map(({ placeId, kind }) => ({ place: names.place.get(placeId) ?? "", kind }));
}

async function itemsOf(tx: Tx, tripId: string, { people, names }: Wanted) {
  const items = await tx
    .select({
      id: agendaItem.id,
      date: tripDay.date,
      position: agendaItem.position,
      kind: agendaItem.kind,
      startsAt: agendaItem.startsAt,
      endsAt: agendaItem.endsAt,
      title: agendaItem.title,
      note: agendaItem.note,
      hostId: agendaItem.hostId,
      placeId: agendaItem.placeId,
      venue: agendaItem.venue,
      address: agendaItem.address,
      latitude: agendaItem.latitude,
      longitude: agendaItem.longitude,
      languages: agendaItem.languages,
      interpretation: agendaItem.interpretation,
      responsible: agendaItem.responsible,
      internalNote: agendaItem.internalNote,
      speakerIds: sql<string[]>`array(select speaker_id::text from agenda_item_speaker
        where agenda_item_id = ${agendaItem.id} order by position)`,
    })
    .from(agendaItem)
    .innerJoin(tripDay, ownDay)
    .where(eq(tripDay.tripId, tripId))
    .orderBy(asc(agendaItem.startsAt), asc(agendaItem.position), asc(agendaItem.id));
  return items.map(({ hostId, placeId, speakerIds, responsible, ...facts }) => ({
    ...facts,
    responsible: people ? responsible : null,
    host: (hostId && names.organisation.get(hostId)) || null,
    place: (placeId && names.place.get(placeId)) || null,
    speakers: speakerIds.flatMap((id) => names.speaker.get(id) ?? []),
  }));
}

async function versionsOf(tx: Tx, tripId: string, { people }: Wanted) {
  const versions = await tx
    .select({
      number: itineraryVersion.number,
      note: itineraryVersion.note,
      publishedAt: itineraryVersion.publishedAt,
      publishedBy: addressInFile(user),
      facts: itineraryVersion.facts,
    })
    .from(itineraryVersion)
    .innerJoin(user, eq(user.id, itineraryVersion.publishedBy))
    .where(eq(itineraryVersion.tripId, tripId))
    .orderBy(asc(itineraryVersion.number));
  return people ? versions : versions.map((one) => ({ ...one, publishedBy: null }));
}

async function warningsOf(tx: Tx, tripId: string, { people }: Wanted) {
  const accepted = await tx
    .select({
      fingerprint: acceptedWarning.fingerprint,
      note: acceptedWarning.note,
      acceptedAt: acceptedWarning.acceptedAt,
      acceptedBy: addressInFile(user),
    })
    .from(acceptedWarning)
    .innerJoin(user, eq(user.id, acceptedWarning.acceptedBy))
    .where(eq(acceptedWarning.tripId, tripId))
    .orderBy(asc(acceptedWarning.fingerprint));
  return people ? accepted : accepted.map((one) => ({ ...one, acceptedBy: null }));
}

async function vehiclesOf(tx: Tx, tripId: string, { people, names }: Wanted) {
  const rows = await tx
    .select({
      id: vehicle.id,
      name: vehicle.name,
      seats: vehicle.seats,
      driverName: vehicle.driverName,
      driverPhone: vehicle.driverPhone,
    })
    .from(vehicle)
    .where(eq(vehicle.tripId, tripId))
    .orderBy(asc(vehicle.name));
  const pickups = await tx
    .select({
      id: pickup.id,
      vehicleId: pickup.vehicleId,
      placeId: pickup.placeId,
      spot: pickup.spot,
      departsAt: pickup.departsAt,
      organisationId: pickup.organisationId,
    })
    .from(pickup)
    .where(eq(pickup.tripId, tripId))
    .orderBy(asc(pickup.departsAt), asc(pickup.spot), asc(pickup.id));
  const stops = new Map<string, { vehicle: string; stop: number }>();
  const vehicles = rows.map(({ id, driverName, driverPhone, ...facts }) => {
    const own = pickups.filter(({ vehicleId }) => vehicleId === id);
    for (const [index, one] of own.entries()) {
      stops.set(one.id, { vehicle: facts.name, stop: index + 1 });
    }
    return {
      ...facts,
      driverName: people ? driverName : null,
      driverPhone: people ? driverPhone : null,
      stops: own.map(({ placeId, organisationId, spot, departsAt }) => ({
        place: (placeId && names.place.get(placeId)) || null,
        spot,
        departsAt,
        organisation: (organisationId && names.organisation.get(organisationId)) || null,
      })),
    };
  });
  return { vehicles, stops };
}

async function lodgingsOf(tx: Tx, tripId: string) {
  const houses = await tx
    .select({
      id: lodging.id,
      name: lodging.name,
      address: lodging.address,
      firstNight: lodging.firstNight,
      lastNight: lodging.lastNight,
    })
    .from(lodging)
    .where(eq(lodging.tripId, tripId))
    .orderBy(asc(lodging.firstNight), asc(lodging.name), asc(lodging.id));
  const all = await tx
    .select({ id: room.id, lodgingId: room.lodgingId, name: room.name, kind: room.kind })
    .from(room)
    .innerJoin(lodging, eq(lodging.id, room.lodgingId))
    .where(eq(lodging.tripId, tripId))
    .orderBy(asc(room.name));
  const rooms = new Map<string, { lodging: number; room: string }>();
  const lodgings = houses.map(({ id, ...facts }, index) => {
    const own = all.filter(({ lodgingId }) => lodgingId === id);
    for (const one of own) rooms.set(one.id, { lodging: index + 1, room: one.name });
    return { ...facts, rooms: own.map(({ name, kind }) => ({ name, kind })) };
  });
  return { lodgings, rooms };
}

async function questionsOf(tx: Tx, tripId: string) {
  const rows = await tx
    .select({
      id: question.id,
      kind: question.kind,
      askedOf: question.askedOf,
      label: question.label,
      hint: question.hint,
      options: question.options,
      required: question.required,
      conditionQuestionId: question.conditionQuestionId,
      conditionAnswer: question.conditionAnswer,
      retentionDays: question.retentionDays,
      retiredAt: question.retiredAt,
    })
    .from(question)
    .where(eq(question.tripId, tripId))
    .orderBy(asc(question.position), asc(question.id));
  const numbers = new Map(rows.map(({ id }, index) => [id, index + 1]));
  const questions = rows.map(({ id: _, conditionQuestionId, conditionAnswer, ...facts }) => ({
    ...facts,
    condition:
      conditionQuestionId === null
        ? null
        : { question: numbers.get(conditionQuestionId) ?? 0, answer: conditionAnswer ?? "" },
  }));
  return { questions, numbers };
}
