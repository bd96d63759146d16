import { and, asc, desc, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { agendaItem, agendaItemSpeaker } from "#db/schema/itinerary.ts";
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
import { soughtParts } from "#domain/participant/rules.ts";
import { formatDateShort, type IsoDate } from "#lib/dates.ts";

export type RecordLine = {
  id: string;
  kind: "host" | "planning_region" | "municipality" | "other";
  name: string;
  place: string | null;
  /** By family name. */
  speakers: { id: string; name: string }[];
};

/** Rows of one page of the register. */
export const recordsPerPage = 50;

/**
 * Organisations of today, those that only receive trips before municipalities. Without words whoever can receive
 * a trip and has a record as a host, or speakers; with words everybody whose name, place or speakers have them
 * all, whatever their case and diacritics. Null to everybody but organisers.
 */
export async function records(
  actor: Actor,
  { search = "", page = 1 }: { search?: string; page?: number },
): Promise<{ records: RecordLine[]; found: number } | null> {
  if (organisationsOf(actor, "organiser").length === 0) return null;
  const parts = soughtParts(search);
  const text = sql`lower(unaccent(concat_ws(' ', ${organisation.name}, ${place.name}, (
    select string_agg(given_name || ' ' || family_name, ' ') from speaker
    where organisation_id = ${organisation.id}))))`;
  const speaks = sql`exists(select from speaker where organisation_id = ${organisation.id})`;
  const usual = or(ne(organisation.kind, "municipality"), speaks);
  const rows = await database()
    .select({
      id: organisation.id,
      kind: organisation.kind,
      name: organisation.name,
      place: place.name,
      speakers: sql<{ id: string; name: string }[]>`(
        select coalesce(json_agg(json_build_object('id', id, 'name', given_name || ' ' || family_name)
          order by family_name collate "lv-x-icu", id), '[]')
        from speaker where organisation_id = ${organisation.id})`,
      found: sql<number>`count(*) over ()::integer`,
    })
    .from(organisation)
    .leftJoin(place, eq(place.id, organisation.placeId))
    .where(
      and(
        isNull(organisation.validTo),
        ...parts.map((part) => sql`${text} like lower(unaccent(${part}))`),
        parts.length ? undefined : usual,
      ),
    )
    .orderBy(
      sql`${organisation.kind} in ('municipality', 'planning_region')`,
      sql`${organisation.name} collate "lv-x-icu"`,
    )
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

/** Items that a refusal names; of more it gives the number. */
const mostNamed = 5;

/**
 * What still needs a host or a speaker, as a refusal names it: how many agenda items, the first of them with
 * trip and date in Latvian, and how many more there are. Read in the caller's transaction.
 */
export async function itemsInUse(
  tx: Tx,
  of: { hostId: string } | { speakerId: string },
): Promise<{ items: number; which: string; more: number }> {
  const named = tx
    .select({ id: agendaItemSpeaker.agendaItemId })
    .from(agendaItemSpeaker)
    .where("speakerId" in of ? eq(agendaItemSpeaker.speakerId, of.speakerId) : sql`false`);
  const which: SQL =
    "hostId" in of ? eq(agendaItem.hostId, of.hostId) : inArray(agendaItem.id, named);
  const rows = await tx
    .select({
      title: sql<string>`${agendaItem.title}->>'lv'`,
      trip: sql<string>`${trip.title}->>'lv'`,
      date: tripDay.date,
    })
    .from(agendaItem)
    .innerJoin(tripDay, eq(tripDay.id, agendaItem.tripDayId))
    .innerJoin(trip, eq(trip.id, tripDay.tripId))
    .where(which)
    .orderBy(desc(tripDay.date), asc(agendaItem.startsAt));
  const first = rows.slice(0, mostNamed);
  return {
    items: rows.length,
    which: first
      .map((row) => `${row.title} (${row.trip}, ${formatDateShort(row.date, "lv")})`)
      .join("; "),
    more: rows.length - first.length,
  };
}
