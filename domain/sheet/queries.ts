import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { LocalizedText } from "#db/schema/columns.ts";
import { user } from "#db/schema/person.ts";
import { dayLock, signedSheet } from "#db/schema/sheet.ts";
import { trip, tripDay } from "#db/schema/trip.ts";
import { isAdmin, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { type DayEvent, historyOfDay } from "#domain/day-history/queries.ts";
import { type ComparedPerson, comparedPeople } from "#domain/signature/queries.ts";
import { comparedWalkIns } from "#domain/walk-in/queries.ts";
import type { IsoDate } from "#lib/dates.ts";
import type { SheetType } from "./rules.ts";

export type SheetOfDay = {
  tripId: string;
  title: LocalizedText;
  /** The actor organises the trip; an administrator only reads. */
  mayChange: boolean;
  /** Neither a draft nor cancelled: sheets and signatures are taken. */
  taken: boolean;
  lock: { lockedAt: Date; byName: string | null; present: number; people: number } | null;
  sheets: {
    sheetId: string;
    name: string;
    type: SheetType;
    bytes: number;
    sha256: string;
    addedAt: Date;
    byName: string | null;
  }[];
  /** Whoever is on the list, and after them who came along without a registration. */
  people: ComparedPerson[];
  history: DayEvent[];
};

/**
 * The signed sheet of a day beside its marks, with the history of the day. For organisers of the trip and
 * administrators; null to everybody else, and for a day that is none of the trip's. Reading it is recorded.
 */
export async function sheetOfDay(
  actor: Actor,
  slug: string,
  date: IsoDate,
): Promise<SheetOfDay | null> {
  const [own] = await database()
    .select({
      tripDayId: tripDay.id,
      tripId: trip.id,
      title: trip.title,
      organisationId: trip.organisationId,
      taken: sql<boolean>`${trip.publishedAt} is not null and ${trip.cancelledAt} is null`,
    })
    .from(tripDay)
    .innerJoin(trip, eq(trip.id, tripDay.tripId))
    .where(and(eq(trip.slug, slug), sql`${tripDay.date}::text = ${date}`, toRead(actor)));
  if (!own) return null;
  const { tripDayId, tripId, title, organisationId, taken } = own;
  const people = [
    ...(await comparedPeople(database(), actor, tripDayId)),
    ...(await comparedWalkIns(database(), actor, tripDayId)),
  ];
  const details = { date, people: people.length };
  const read = { action: "sheet.read", subjectId: tripDayId, tripId, organisationId, details };
  await recordAudit(database(), actor, read);
  return {
    tripId,
    title,
    mayChange: organisationsOf(actor, "organiser").includes(organisationId),
    taken,
    lock: await lockOf(tripDayId),
    sheets: await sheetsOf(tripDayId),
    people,
    history: await historyOfDay(database(), actor, tripDayId),
  };
}

/** A file of a signed sheet, for organisers of its trip and administrators; null to everybody else. Opening it is recorded. */
export async function sheetFile(actor: Actor, sheetId: string) {
  const [found] = await database()
    .select({
      name: signedSheet.name,
      type: signedSheet.type,
      content: signedSheet.content,
      tripId: trip.id,
      organisationId: trip.organisationId,
    })
    .from(signedSheet)
    .innerJoin(tripDay, eq(tripDay.id, signedSheet.tripDayId))
    .innerJoin(trip, eq(trip.id, tripDay.tripId))
    .where(and(sql`${signedSheet.id}::text = ${sheetId}`, toRead(actor)));
  if (!found) return null;
  const { tripId, organisationId, ...file } = found;
  const opened = { action: "sheet.open", subjectId: sheetId, tripId, organisationId };
  await recordAudit(database(), actor, opened);
  return file;
}

const toRead = (actor: Actor) =>
  isAdmin(actor) ? undefined : inArray(trip.organisationId, organisationsOf(actor, "organiser"));

async function lockOf(tripDayId: string): Promise<SheetOfDay["lock"]> {
  const [lock] = await database()
    .select({
      lockedAt: dayLock.lockedAt,
      byName: user.name,
      present: dayLock.present,
      people: dayLock.people,
    })
    .from(dayLock)
    .innerJoin(user, eq(user.id, dayLock.lockedBy))
    .where(and(eq(dayLock.tripDayId, tripDayId), isNull(dayLock.reopenedAt)));
  return lock ?? null;
}

function sheetsOf(tripDayId: string): Promise<SheetOfDay["sheets"]> {
  return database()
    .select({
      sheetId: signedSheet.id,
      name: signedSheet.name,
      type: signedSheet.type,
      bytes: signedSheet.bytes,
      sha256: signedSheet.sha256,
      addedAt: signedSheet.addedAt,
      byName: user.name,
    })
    .from(signedSheet)
    .innerJoin(user, eq(user.id, signedSheet.addedBy))
    .where(eq(signedSheet.tripDayId, tripDayId))
    .orderBy(asc(signedSheet.addedAt), asc(signedSheet.id));
}
