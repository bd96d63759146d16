import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { organisation, organisationFormerName, place, speaker } from "#db/schema/organisation.ts";
import { project, trip } from "#db/schema/trip.ts";
import { archivedLogos } from "#domain/archive-logo/queries.ts";
import { organisationKey, speakerKey } from "./rules.ts";
import type { Register } from "./schema.ts";

/** What ids are called within a file. */
export type Names = {
  organisation: ReadonlyMap<string, string>;
  place: ReadonlyMap<string, string>;
  /** Those who are not named are not in it. */
  speaker: ReadonlyMap<string, string>;
};

/**
 * Everything of the register that a trip speaks of. Speakers whose name may not be published are named only
 * where people are. The caller has seen that the actor may read the trip.
 */
export async function registerOfTrip(
  tx: Tx,
  tripId: string,
  wanted: { people: boolean },
): Promise<{ register: Register; names: Names }> {
  const speakers = (await speakersOf(tx, tripId)).filter(
    ({ publicationBasis }) => wanted.people || publicationBasis !== null,
  );
  const senders = await organisationsOf(tx, tripId, speakers);
  const former = await formerNamesOf(tx, senders);
  const places = await placesOf(tx, tripId, senders);
  const names: Names = {
    organisation: new Map(senders.map((one) => [one.id, organisationKey(one)])),
    place: new Map(places.map(({ id, name }) => [id, name])),
    speaker: new Map(),
  };
  const named = (id: string) => names.organisation.get(id) ?? "";
  const spoken = speakers.map(({ id, organisationId, ...facts }) => {
    const key = speakerKey(facts, named(organisationId));
    return { id, entry: { key, organisation: named(organisationId), ...facts } };
  });
  const register = {
    project: await projectOf(tx, tripId),
    places: places.map(({ id: _, ...facts }) => facts),
    organisations: senders
      .map(({ id, placeId, ...facts }) => ({
        key: named(id),
        ...facts,
        place: (placeId && names.place.get(placeId)) || null,
        ...(former.has(id) ? { formerNames: former.get(id) ?? [] } : {}),
      }))
      .sort(byKey),
    speakers: once(spoken.map(({ entry }) => entry)).sort(byKey),
  };
  const speaker = new Map(spoken.map(({ id, entry }) => [id, entry.key]));
  return { register, names: { ...names, speaker } };
}

const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);

/** Two records of one speaker are one entry. */
const once = <Entry extends { key: string }>(entries: readonly Entry[]) => [
  ...new Map(entries.map((entry) => [entry.key, entry])).values(),
];

async function projectOf(tx: Tx, tripId: string): Promise<Register["project"]> {
  const [found] = await tx
    .select({
      id: project.id,
      number: project.number,
      shortName: project.shortName,
      name: project.name,
      programme: project.programme,
      period: project.period,
      fundingStatement: project.fundingStatement,
      disclaimer: project.disclaimer,
    })
    .from(project)
    .innerJoin(trip, eq(trip.projectId, project.id))
    .where(eq(trip.id, tripId));
  if (!found) return null;
  const { id, ...facts } = found;
  return { ...facts, logos: await archivedLogos(tx, id) };
}

async function speakersOf(tx: Tx, tripId: string) {
  return tx
    .select({
      id: speaker.id,
      organisationId: speaker.organisationId,
      givenName: speaker.givenName,
      familyName: speaker.familyName,
      role: speaker.role,
      publicationBasis: speaker.publicationBasis,
    })
    .from(speaker)
    .where(
      sql`${speaker.id} in (select speaker_id from agenda_item_speaker
        join agenda_item on agenda_item.id = agenda_item_id
        join trip_day on trip_day.id = trip_day_id where trip_id = ${tripId})`,
    )
    .orderBy(asc(speaker.id));
}

async function organisationsOf(
  tx: Tx,
  tripId: string,
  speakers: readonly { organisationId: string }[],
) {
  const theirs = speakers.map(({ organisationId }) => organisationId);
  return tx
    .select({
      id: organisation.id,
      kind: organisation.kind,
      name: organisation.name,
      nameEn: organisation.nameEn,
      country: organisation.country,
      code: organisation.code,
      type: organisation.type,
      region: organisation.region,
      institution: organisation.institution,
      placeId: organisation.placeId,
      groupLimit: organisation.groupLimit,
    })
    .from(organisation)
    .where(
      sql`${organisation.id} = any(${sql.param(theirs)}::uuid[]) or ${organisation.id} in (
        select organisation_id from quota where trip_id = ${tripId}
        union select organisation_id from registration where trip_id = ${tripId}
        union select organisation_id from delegation where trip_id = ${tripId}
        union select organisation_id from walk_in join trip_day on trip_day.id = trip_day_id
          where trip_id = ${tripId}
        union select organisation_id from pickup where trip_id = ${tripId}
        union select host_id from agenda_item join trip_day on trip_day.id = trip_day_id
          where trip_id = ${tripId})`,
    );
}

/** Those of municipalities are known by every installation's own register. */
async function formerNamesOf(tx: Tx, senders: readonly { id: string; kind: string }[]) {
  const ids = senders.flatMap(({ id, kind }) => (kind === "municipality" ? [] : id));
  const rows = await tx
    .select({
      id: organisationFormerName.organisationId,
      name: organisationFormerName.name,
      nameEn: organisationFormerName.nameEn,
      validTo: organisationFormerName.validTo,
    })
    .from(organisationFormerName)
    .where(inArray(organisationFormerName.organisationId, ids))
    .orderBy(asc(organisationFormerName.validTo));
  const grouped = Map.groupBy(rows, ({ id }) => id);
  return new Map([...grouped].map(([id, those]) => [id, those.map(({ id: _, ...name }) => name)]));
}

async function placesOf(tx: Tx, tripId: string, senders: readonly { placeId: string | null }[]) {
  const theirs = senders.flatMap(({ placeId }) => placeId ?? []);
  const { rows } = await tx.execute<{ place_id: string }>(sql`
    select place_id from trip_place where trip_id = ${tripId}
    union select place_id from pickup where trip_id = ${tripId} and place_id is not null
    union select place_id from agenda_item join trip_day on trip_day.id = trip_day_id
      where trip_id = ${tripId} and place_id is not null`);
  return tx
    .select({
      id: place.id,
      name: place.name,
      region: place.region,
      country: place.country,
      latitude: place.latitude,
      longitude: place.longitude,
    })
    .from(place)
    .where(inArray(place.id, [...theirs, ...rows.map(({ place_id }) => place_id)]))
    .orderBy(asc(place.name));
}
