import { and, asc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { auditEntry } from "#db/schema/audit.ts";
import type { LocalizedText } from "#db/schema/columns.ts";
import { organisation } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { trip, tripDay } from "#db/schema/trip.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { partsOfTrip } from "#domain/day-part/queries.ts";
import { isWholeDay } from "#domain/day-part/rules.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import { markColumns, ofHolder } from "#domain/presence/queries.ts";
import { walkInCounts } from "#domain/walk-in/queries.ts";
import { type BoardDay, mayReadBoard, presence } from "./rules.ts";

/** Small enough to be sent whole with every change; `readAt` is an ISO moment. */
export type Board = { readAt: string; days: (BoardDay & { walkIns: number })[] };

/**
 * The board of a trip for whoever opens it, which the audit keeps. Organisers of the trip's organisation, its
 * crew while the trip runs, and administrators; null for everybody else.
 */
export async function tripBoard(
  actor: Actor,
  slug: string,
  now: Date,
): Promise<{ tripId: string; title: LocalizedText; board: Board } | null> {
  const own = await tripWhere(eq(trip.slug, slug));
  if (!own || !mayReadBoard(actor, own, now)) return null;
  const board = await boardOf(own, now);
  await recordReading(actor, own);
  return { tripId: own.tripId, title: own.title, board };
}

/**
 * The id of a trip whose board the actor may follow now, null when there is none. The page that shows the board
 * kept the reading in the audit; whoever follows without having opened it, or long after, is kept here.
 */
export async function boardTrip(actor: Actor, slug: string, now: Date): Promise<string | null> {
  const own = await tripWhere(eq(trip.slug, slug));
  if (!own || !isPerson(actor) || !mayReadBoard(actor, own, now)) return null;
  const [opened] = await database()
    .select({ id: auditEntry.id })
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.tripId, own.tripId),
        eq(auditEntry.action, "board.read"),
        eq(auditEntry.actorId, actor.userId),
        sql`${auditEntry.at} > now() - interval '12 hours'`,
      ),
    )
    .limit(1);
  if (!opened) await recordReading(actor, own);
  return own.tripId;
}

/** The board anew for all who follow it, read once, and which of them still may. */
export async function nextBoard<Reader extends Actor>(
  readers: readonly Reader[],
  tripId: string,
  now: Date,
): Promise<{ board: Board; readers: Reader[] } | null> {
  const own = await tripWhere(eq(trip.id, tripId));
  if (!own) return null;
  const allowed = readers.filter((reader) => mayReadBoard(reader, own, now));
  return { board: await boardOf(own, now), readers: allowed };
}

type BoardTrip = NonNullable<Awaited<ReturnType<typeof tripWhere>>>;

async function tripWhere(condition: ReturnType<typeof eq>) {
  const rows = await database()
    .select({
      tripId: trip.id,
      title: trip.title,
      organisationId: trip.organisationId,
      date: tripDay.date,
    })
    .from(trip)
    .innerJoin(tripDay, eq(tripDay.tripId, trip.id))
    .where(condition)
    .orderBy(asc(tripDay.date));
  const [first] = rows;
  if (!first) return null;
  const { tripId, title, organisationId } = first;
  return { tripId, title, organisationId, dates: rows.map(({ date }) => date) };
}

async function boardOf({ tripId, dates }: BoardTrip, now: Date): Promise<Board> {
  const [people, marks, walkIns] = await Promise.all([
    expectedOn(tripId),
    marksOf(tripId),
    walkInCounts(database(), tripId),
  ]);
  const parts = marks.every(isWholeDay) ? [] : await partsOfTrip(database(), tripId);
  const days = presence(dates, people, marks, parts).map((day) => ({
    ...day,
    walkIns: walkIns.get(day.date) ?? 0,
  }));
  return { readAt: now.toISOString(), days };
}

/** Whoever has a confirmed seat, or had one and was marked: the same people as on the list of a day. */
async function expectedOn(tripId: string) {
  // What an organisation was called is looked up once for all whom it sends.
  const sending = database()
    .select({ id: organisation.id, name: nameOnTrip(sql`${tripId}::uuid`).as("name") })
    .from(organisation)
    .where(
      sql`${organisation.id} in (select organisation_id from registration where trip_id = ${tripId})`,
    )
    .as("sending");
  const rows = await database()
    .select({
      registrationId: registration.id,
      givenName: registration.givenName,
      familyName: registration.familyName,
      organisation: sending.name,
      withdrawnAt: registration.withdrawnAt,
      pickupId: registration.pickupId,
    })
    .from(registration)
    .innerJoin(sending, eq(sending.id, registration.organisationId))
    .where(
      and(
        eq(registration.tripId, tripId),
        isNotNull(registration.confirmedAt),
        isNotNull(registration.userId),
        or(
          isNull(registration.withdrawnAt),
          sql`exists (select from attendance where registration_id = ${registration.id})`,
        ),
      ),
    )
    .orderBy(
      sql`${sending.name} collate "lv-x-icu"`,
      sql`${registration.familyName} collate "lv-x-icu"`,
      sql`${registration.givenName} collate "lv-x-icu"`,
      asc(registration.id),
    );
  return rows.map(({ givenName, familyName, withdrawnAt, ...row }) => ({
    ...row,
    name: `${givenName} ${familyName}`,
    withdrawn: withdrawnAt !== null,
  }));
}

function marksOf(tripId: string) {
  return database()
    .select({
      registrationId: attendance.registrationId,
      date: tripDay.date,
      agendaItemId: attendance.agendaItemId,
      pickupId: attendance.pickupId,
      id: attendance.id,
      ...markColumns,
    })
    .from(attendance)
    .innerJoin(tripDay, eq(tripDay.id, attendance.tripDayId))
    .where(and(eq(tripDay.tripId, tripId), ofHolder));
}

function recordReading(actor: Actor, { tripId, organisationId }: BoardTrip): Promise<void> {
  return recordAudit(database(), actor, { action: "board.read", tripId, organisationId });
}
