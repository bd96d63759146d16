import { and, asc, eq, exists, inArray, isNull, or, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { LocalizedText } from "#db/schema/columns.ts";
import { organisation, place, speaker } from "#db/schema/organisation.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";

export type HostSpeaker = {
  id: string;
  givenName: string;
  familyName: string;
  role: LocalizedText;
  /** A basis for publishing the name is recorded. */
  mayBeNamed: boolean;
};

export type Host = {
  id: string;
  kind: "host" | "planning_region" | "municipality" | "other";
  name: string;
  nameEn: string | null;
  placeId: string | null;
  place: string | null;
  speakers: HostSpeaker[];
};

export type PlaceChoice = { id: string; name: string; region: string; country: "LV" | "LT" };

/**
 * Who can receive a trip, by name: hosts, planning regions, and whoever has speakers on record; with
 * `municipalities` every municipality of today as well. Empty to everybody but organisers.
 */
export async function hosts(
  actor: Actor,
  { municipalities = false }: { municipalities?: boolean } = {},
): Promise<Host[]> {
  if (!organises(actor)) return [];
  const speaks = database()
    .select({ id: speaker.id })
    .from(speaker)
    .where(eq(speaker.organisationId, organisation.id));
  const today = and(eq(organisation.kind, "municipality"), isNull(organisation.validTo));
  const rows = await hostRows(
    or(
      inArray(organisation.kind, ["host", "planning_region"]),
      exists(speaks),
      municipalities ? today : undefined,
    ),
  );
  const speakers = await speakersOf(rows.map(({ id }) => id));
  return rows.map((row) => ({ ...row, speakers: speakers.get(row.id) ?? [] }));
}

/** One host with its speakers; null to everybody but organisers, and when there is none. */
export async function host(actor: Actor, hostId: string): Promise<Host | null> {
  if (!organises(actor)) return null;
  const [row] = await hostRows(sql`${organisation.id}::text = ${hostId}`);
  if (!row) return null;
  const speakers = await speakersOf([row.id]);
  return { ...row, speakers: speakers.get(row.id) ?? [] };
}

/** Every town and village on record, by name. Empty to everybody but organisers. */
export async function places(actor: Actor): Promise<PlaceChoice[]> {
  if (!organises(actor)) return [];
  return database()
    .select({ id: place.id, name: place.name, region: place.region, country: place.country })
    .from(place)
    .orderBy(sql`${place.name} collate "lv-x-icu"`);
}

const organises = (actor: Actor) => organisationsOf(actor, "organiser").length > 0;

function hostRows(which: ReturnType<typeof and>) {
  return database()
    .select({
      id: organisation.id,
      kind: organisation.kind,
      name: organisation.name,
      nameEn: organisation.nameEn,
      placeId: organisation.placeId,
      place: place.name,
    })
    .from(organisation)
    .leftJoin(place, eq(place.id, organisation.placeId))
    .where(which)
    .orderBy(sql`${organisation.name} collate "lv-x-icu"`);
}

async function speakersOf(hostIds: string[]): Promise<Map<string, HostSpeaker[]>> {
  const rows = await database()
    .select({
      hostId: speaker.organisationId,
      id: speaker.id,
      givenName: speaker.givenName,
      familyName: speaker.familyName,
      role: speaker.role,
      mayBeNamed: sql<boolean>`coalesce(trim(${speaker.publicationBasis}), '') <> ''`,
    })
    .from(speaker)
    .where(inArray(speaker.organisationId, hostIds))
    .orderBy(sql`${speaker.familyName} collate "lv-x-icu"`, asc(speaker.id));
  const grouped = Map.groupBy(rows, ({ hostId }) => hostId);
  return new Map(
    [...grouped].map(([hostId, found]) => [hostId, found.map(({ hostId: _host, ...one }) => one)]),
  );
}
