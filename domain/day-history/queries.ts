import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { user } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { dayLock, signature, signedSheet } from "#db/schema/sheet.ts";
import { tripDay } from "#db/schema/trip.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { partsOfTrip } from "#domain/day-part/queries.ts";
import { isWholeDay, partOn } from "#domain/day-part/rules.ts";
import type { DayPart } from "#domain/day-part/schema.ts";
import { walkInEvents } from "#domain/walk-in-history/queries.ts";

/** What happened to the evidence of a day. */
export type DayEvent = { at: Date; byName: string | null } & (
  | { kind: "sheetAdded"; name: string }
  | { kind: "explained"; person: string; words: string }
  | { kind: "corrected"; person: string; part: DayPart | null; present: boolean; words: string }
  | { kind: "walkInAdded"; person: string }
  | { kind: "walkInRemoved"; person: string; words: string }
  | { kind: "locked"; present: number; people: number }
  | { kind: "reopened"; words: string }
);

/** The history of a day in its order, for a caller who has found the day to be the actor's. */
export async function historyOfDay(tx: Tx, actor: Actor, tripDayId: string): Promise<DayEvent[]> {
  const parts = [
    await sheetsAdded(tx, tripDayId),
    await explained(tx, tripDayId),
    await corrected(tx, tripDayId),
    await walkInEvents(tx, actor, tripDayId),
    await locked(tx, tripDayId),
    await reopened(tx, tripDayId),
  ];
  return parts.flat().sort((one, other) => one.at.getTime() - other.at.getTime());
}

const fullName = sql<string>`${registration.givenName} || ' ' || ${registration.familyName}`;

async function sheetsAdded(tx: Tx, tripDayId: string): Promise<DayEvent[]> {
  const rows = await tx
    .select({ at: signedSheet.addedAt, byName: user.name, name: signedSheet.name })
    .from(signedSheet)
    .innerJoin(user, eq(user.id, signedSheet.addedBy))
    .where(eq(signedSheet.tripDayId, tripDayId));
  return rows.map((row) => ({ kind: "sheetAdded" as const, ...row }));
}

async function explained(tx: Tx, tripDayId: string): Promise<DayEvent[]> {
  const rows = await tx
    .select({
      at: signature.readAt,
      byName: user.name,
      person: fullName,
      words: sql<string>`${signature.explanation}`,
    })
    .from(signature)
    .innerJoin(registration, eq(registration.id, signature.registrationId))
    .innerJoin(user, eq(user.id, signature.readBy))
    .where(and(eq(signature.tripDayId, tripDayId), isNotNull(signature.explanation)));
  return rows.map((row) => ({ kind: "explained" as const, ...row }));
}

async function corrected(tx: Tx, tripDayId: string): Promise<DayEvent[]> {
  const rows = await tx
    .select({
      at: attendance.receivedAt,
      byName: user.name,
      tripId: tripDay.tripId,
      date: tripDay.date,
      agendaItemId: attendance.agendaItemId,
      pickupId: attendance.pickupId,
      person: fullName,
      present: attendance.present,
      words: sql<string>`${attendance.reason}`,
    })
    .from(attendance)
    .innerJoin(registration, eq(registration.id, attendance.registrationId))
    .innerJoin(user, eq(user.id, attendance.recordedBy))
    .innerJoin(tripDay, eq(tripDay.id, attendance.tripDayId))
    .where(and(eq(attendance.tripDayId, tripDayId), isNotNull(attendance.reason)));
  const inPart = rows.find((row) => !isWholeDay(row));
  const parts = inPart ? await partsOfTrip(tx, inPart.tripId) : [];
  return rows.map(({ tripId: _tripId, date, agendaItemId, pickupId, ...row }) => {
    const part = partOn(parts, date, { agendaItemId, pickupId });
    return { kind: "corrected" as const, part, ...row };
  });
}

async function locked(tx: Tx, tripDayId: string): Promise<DayEvent[]> {
  const rows = await tx
    .select({
      at: dayLock.lockedAt,
      byName: user.name,
      present: dayLock.present,
      people: dayLock.people,
    })
    .from(dayLock)
    .innerJoin(user, eq(user.id, dayLock.lockedBy))
    .where(eq(dayLock.tripDayId, tripDayId));
  return rows.map((row) => ({ kind: "locked" as const, ...row }));
}

async function reopened(tx: Tx, tripDayId: string): Promise<DayEvent[]> {
  const rows = await tx
    .select({
      at: sql<Date>`${dayLock.reopenedAt}`.mapWith(dayLock.reopenedAt),
      byName: user.name,
      words: sql<string>`${dayLock.reopenReason}`,
    })
    .from(dayLock)
    .innerJoin(user, eq(user.id, dayLock.reopenedBy))
    .where(eq(dayLock.tripDayId, tripDayId));
  return rows.map((row) => ({ kind: "reopened" as const, ...row }));
}
