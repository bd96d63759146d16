import { and, asc, desc, eq, inArray, or, type SQLWrapper, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { itineraryVersion } from "#db/schema/itinerary.ts";
import { organisation } from "#db/schema/organisation.ts";
import { project, trip, tripDay } from "#db/schema/trip.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { type Difference, difference } from "#domain/difference/rules.ts";
import { draftItems, latestChanges } from "#domain/draft/queries.ts";
import type { DraftChange } from "#domain/draft/schema.ts";
import { visibleTo } from "#domain/invitation/queries.ts";
import { euProjectColumns, logosOf } from "#domain/project/queries.ts";
import { routeOf } from "#domain/route/queries.ts";
import { type ShownWarning, warningsOfDraft } from "#domain/warning/queries.ts";
import { contentOfDraft, saysTheSame } from "./rules.ts";
import { type Draft, type ItineraryFacts, itineraryFacts } from "./schema.ts";

/** The trip's own facts that an itinerary carries. */
export type ItineraryHead = Omit<Draft, "days" | "route">;

export type PublishedItinerary = ItineraryHead & {
  tripId: string;
  cancelledAt: Date | null;
  /** Listed nowhere: found by the link of an invitation. */
  invitationOnly: boolean;
  /** The newest published version; null while there is none. */
  facts: ItineraryFacts | null;
};

/** The newest published version of a trip that the actor may read; null when there is no such trip. */
export async function publishedItinerary(
  actor: Actor,
  slug: string,
): Promise<PublishedItinerary | null> {
  const newest = database()
    .select({ facts: itineraryVersion.facts })
    .from(itineraryVersion)
    .where(eq(itineraryVersion.tripId, trip.id))
    .orderBy(desc(itineraryVersion.number))
    .limit(1)
    .as("newest");
  const [row] = await database()
    .select({
      ...headColumns,
      tripId: trip.id,
      cancelledAt: trip.cancelledAt,
      invitationOnly: trip.invitationOnly,
      facts: withLogos(newest.facts),
    })
    .from(trip)
    .innerJoin(organisation, eq(organisation.id, trip.organisationId))
    .leftJoin(project, eq(project.id, trip.projectId))
    .leftJoinLateral(newest, sql`true`)
    .where(and(eq(trip.slug, slug), mayRead(actor)));
  if (!row) return null;
  const { tripId, cancelledAt, invitationOnly, facts, ...head } = row;
  return {
    ...headOf(head),
    tripId,
    cancelledAt,
    invitationOnly,
    facts: facts ? itineraryFacts.parse(facts) : null,
  };
}

/** A published version as a list of them shows it. */
export type VersionLine = { number: number; note: string; publishedAt: Date };

/** All published versions of a trip that the actor may read, the newest first. */
export async function versionsOf(actor: Actor, slug: string): Promise<VersionLine[]> {
  return database()
    .select({
      number: itineraryVersion.number,
      note: itineraryVersion.note,
      publishedAt: itineraryVersion.publishedAt,
    })
    .from(itineraryVersion)
    .innerJoin(trip, eq(trip.id, itineraryVersion.tripId))
    .where(and(eq(trip.slug, slug), mayRead(actor)))
    .orderBy(desc(itineraryVersion.number));
}

/** A published version by its number, with the one before it; null when there is none. */
export async function publishedVersion(
  actor: Actor,
  slug: string,
  number: number,
): Promise<{ facts: ItineraryFacts; before: ItineraryFacts | null } | null> {
  const rows = await database()
    .select({ facts: withLogos(itineraryVersion.facts) })
    .from(itineraryVersion)
    .innerJoin(trip, eq(trip.id, itineraryVersion.tripId))
    .where(
      and(
        eq(trip.slug, slug),
        mayRead(actor),
        inArray(itineraryVersion.number, [number, number - 1]),
      ),
    )
    .orderBy(desc(itineraryVersion.number));
  const [facts, before] = rows.map((row) => itineraryFacts.parse(row.facts));
  return facts?.number === number ? { facts, before: before ?? null } : null;
}

/** What a version says, with the logos that its project has today. */
const withLogos = (
  facts: SQLWrapper,
) => sql<unknown>`case when jsonb_typeof(${facts}->'project') = 'object'
  then jsonb_set(${facts}, '{project,logos}', ${logosOf(
    sql`(select id from project where number = ${facts}#>>'{project,number}')`,
  )}) else ${facts} end`;

export type DraftItinerary = Draft & {
  tripId: string;
  cancelledAt: Date | null;
  published: { number: number; note: string; publishedAt: Date } | null;
  /** Whether the draft says something that the newest published version does not. */
  changed: boolean;
  /** What it would change of that version; null while there is none. */
  difference: Difference | null;
  /** Grows with every change of the draft. */
  revision: number;
  warnings: ShownWarning[];
  /** The newest changes, the newest first. */
  changes: DraftChange[];
};

/** What the organiser of the trip works on; null to everybody else. */
export async function draftItinerary(actor: Actor, slug: string): Promise<DraftItinerary | null> {
  const [found] = await database()
    .select({ tripId: trip.id, cancelledAt: trip.cancelledAt, revision: trip.draftRevision })
    .from(trip)
    .where(and(eq(trip.slug, slug), ownTrip(actor)));
  if (!found) return null;
  const { tripId } = found;
  const [draft, newest, changes] = await Promise.all([
    draftOfTrip(actor, tripId, database()),
    newestVersion(actor, tripId, database()),
    latestChanges(actor, tripId, database()),
  ]);
  if (!draft) return null;
  const items = draft.days.flatMap((day) => day.items);
  const dates = draft.days.map(({ date }) => date);
  const warnings = await warningsOfDraft(actor, { tripId, dates, items }, database());
  const { facts, ...published } = newest ?? {};
  const content = contentOfDraft(draft);
  return {
    ...draft,
    ...found,
    warnings,
    changes,
    published: newest ? (published as DraftItinerary["published"]) : null,
    changed: !facts || !saysTheSame(content, facts),
    difference: facts ? difference(facts, content) : null,
  };
}

/** Number and moment of the newest published version, as a part of a query; `trip` is the trip's id. */
export const newestItinerary = (trip: SQLWrapper) =>
  sql<{ number: number; publishedAt: string } | null>`(
    select json_build_object('number', number, 'publishedAt', published_at)
    from itinerary_version where trip_id = ${trip} order by number desc limit 1)`;

/** What the newest published version of a trip says; null while there is none. Whoever asks has found the trip to be theirs. */
export async function newestFacts(_actor: Actor, tripId: string): Promise<ItineraryFacts | null> {
  const [row] = await database()
    .select({ facts: itineraryVersion.facts })
    .from(itineraryVersion)
    .where(eq(itineraryVersion.tripId, tripId))
    .orderBy(desc(itineraryVersion.number))
    .limit(1);
  return row ? itineraryFacts.parse(row.facts) : null;
}

/** The newest version of an own trip, whether or not the trip itself is public. */
export async function newestVersion(actor: Actor, tripId: string, tx: Tx) {
  const [row] = await tx
    .select({
      number: itineraryVersion.number,
      note: itineraryVersion.note,
      publishedAt: itineraryVersion.publishedAt,
      facts: itineraryVersion.facts,
    })
    .from(itineraryVersion)
    .innerJoin(trip, eq(trip.id, itineraryVersion.tripId))
    .where(and(eq(itineraryVersion.tripId, tripId), ownTrip(actor)))
    .orderBy(desc(itineraryVersion.number))
    .limit(1);
  return row ? { ...row, facts: itineraryFacts.parse(row.facts) } : null;
}

/** The draft of an own trip, read in the caller's transaction. */
export async function draftOfTrip(actor: Actor, tripId: string, tx: Tx): Promise<Draft | null> {
  const [head] = await tx
    .select(headColumns)
    .from(trip)
    .innerJoin(organisation, eq(organisation.id, trip.organisationId))
    .leftJoin(project, eq(project.id, trip.projectId))
    .where(and(eq(trip.id, tripId), ownTrip(actor)));
  if (!head) return null;
  const days = await tx
    .select({ date: tripDay.date })
    .from(tripDay)
    .where(eq(tripDay.tripId, tripId))
    .orderBy(asc(tripDay.date));
  const items = await draftItems(actor, tripId, tx);
  const route = await routeOf(tx, tripId);
  const byDay = Map.groupBy(items, ({ date }) => date);
  return {
    ...headOf(head),
    route,
    days: days.map(({ date }) => ({ date, items: byDay.get(date) ?? [] })),
  };
}

const headColumns = {
  slug: trip.slug,
  title: trip.title,
  aim: trip.aim,
  timesIllustrative: trip.timesIllustrative,
  organiserName: organisation.name,
  organiserNameEn: organisation.nameEn,
  project: euProjectColumns,
};

type HeadRow = Pick<ItineraryHead, "timesIllustrative" | "project"> &
  ItineraryHead["trip"] & { organiserName: string; organiserNameEn: string | null };

function headOf(row: HeadRow): ItineraryHead {
  const { slug, title, aim, organiserName, organiserNameEn, timesIllustrative, project } = row;
  const organiser = named(organiserName, organiserNameEn);
  return { trip: { slug, title, aim }, organiser, project, timesIllustrative };
}

const named = (lv: string, en: string | null) => (en ? { lv, en } : { lv });

const mayRead = (actor: Actor) => or(visibleTo(actor), ownTrip(actor));

/** The trip belongs to an organisation for which the actor organises. */
const ownTrip = (actor: Actor) => inArray(trip.organisationId, organisationsOf(actor, "organiser"));
