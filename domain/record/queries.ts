import { asc, desc, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { agendaItem } from "#db/schema/itinerary.ts";
import {
  organisation,
  organisationDomain,
  organisationFormerName,
  place,
  speaker,
} from "#db/schema/organisation.ts";
import { trip, tripDay } from "#db/schema/trip.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import type { IsoDate } from "#lib/dates.ts";

export type RecordLine = {
  id: string;
  kind: "host" | "planning_region" | "municipality" | "other";
  name: string;
  place: string | null;
  speakers: number;
  items: number;
};

/** Rows of one page of the register. */
export const recordsPerPage = 50;

/**
 * Organisations of today by name: all kinds, or those whose name or place has the words, whatever their case
 * and diacritics. Null to everybody but organisers.
 */
export async function records(
  actor: Actor,
  { search = "", page = 1 }: { search?: string; page?: number },
): Promise<{ records: RecordLine[]; found: number } | null> {
  if (organisationsOf(actor, "organiser").length === 0) return null;
  const words = search.trim().replace(/[\\%_]/g, "\\$&");
  const rows = await database()
    .select({
      id: organisation.id,
      kind: organisation.kind,
      name: organisation.name,
      place: place.name,
      speakers: sql<number>`(select count(*)::integer from speaker where organisation_id = ${organisation.id})`,
      items: sql<number>`(select count(*)::integer from agenda_item where host_id = ${organisation.id})`,
      found: sql<number>`count(*) over ()::integer`,
    })
    .from(organisation)
    .leftJoin(place, eq(place.id, organisation.placeId))
    .where(
      sql`${organisation.validTo} is null and lower(unaccent(concat_ws(' ', ${organisation.name}, ${place.name})))
        like '%' || lower(unaccent(${words})) || '%'`,
    )
    .orderBy(asc(organisation.kind), sql`${organisation.name} collate "lv-x-icu"`)
    .limit(recordsPerPage)
    .offset((Math.max(1, page) - 1) * recordsPerPage);
  return {
    records: rows.map(({ found: _found, ...row }) => row),
    found: rows[0]?.found ?? 0,
  };
}

export type RecordFacts = {
  groupLimit: number | null;
  domains: string[];
  formerNames: { name: string; validTo: IsoDate }[];
  /** Trips of any organiser on which it receives a group, the newest first; titles in Latvian. */
  trips: { title: string; firstDay: IsoDate | null; items: number }[];
};

/** What is on record of an organisation besides its name; null to everybody but organisers. */
export async function recordFacts(
  actor: Actor,
  organisationId: string,
): Promise<RecordFacts | null> {
  if (organisationsOf(actor, "organiser").length === 0) return null;
  const [known] = await database()
    .select({ groupLimit: organisation.groupLimit })
    .from(organisation)
    .where(sql`${organisation.id}::text = ${organisationId}`);
  if (!known) return null;
  const [domains, formerNames, trips] = await Promise.all([
    database()
      .select({ domain: organisationDomain.domain })
      .from(organisationDomain)
      .where(eq(organisationDomain.organisationId, organisationId))
      .orderBy(asc(organisationDomain.domain)),
    database()
      .select({ name: organisationFormerName.name, validTo: organisationFormerName.validTo })
      .from(organisationFormerName)
      .where(eq(organisationFormerName.organisationId, organisationId))
      .orderBy(desc(organisationFormerName.validTo)),
    database()
      .select({
        title: sql<string>`${trip.title}->>'lv'`,
        firstDay: sql<IsoDate | null>`min(${tripDay.date})::text`,
        items: sql<number>`count(*)::integer`,
      })
      .from(agendaItem)
      .innerJoin(tripDay, eq(tripDay.id, agendaItem.tripDayId))
      .innerJoin(trip, eq(trip.id, tripDay.tripId))
      .where(eq(agendaItem.hostId, organisationId))
      .groupBy(trip.id)
      .orderBy(desc(sql`min(${tripDay.date})`)),
  ]);
  return { ...known, domains: domains.map(({ domain }) => domain), formerNames, trips };
}

export type SpeakerRecord = {
  id: string;
  organisationId: string;
  givenName: string;
  familyName: string;
  role: { lv: string; en?: string; lt?: string };
  publicationBasis: string | null;
  /** Agenda items that name the speaker. */
  items: number;
};

/** A speaker on record; null to everybody but organisers, and when there is none. */
export async function speakerRecord(
  actor: Actor,
  speakerId: string,
): Promise<SpeakerRecord | null> {
  if (organisationsOf(actor, "organiser").length === 0) return null;
  const [row] = await database()
    .select({
      id: speaker.id,
      organisationId: speaker.organisationId,
      givenName: speaker.givenName,
      familyName: speaker.familyName,
      role: speaker.role,
      publicationBasis: speaker.publicationBasis,
      items: sql<number>`(select count(*)::integer from agenda_item_speaker where speaker_id = speaker.id)`,
    })
    .from(speaker)
    .where(sql`${speaker.id}::text = ${speakerId}`);
  return row ?? null;
}
