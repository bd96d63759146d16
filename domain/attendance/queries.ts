import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import type { LocalizedText } from "#db/schema/columns.ts";
import { organisation } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { trip, tripDay } from "#db/schema/trip.ts";
import { isAdmin, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { isLocked } from "#domain/day-lock/queries.ts";
import { inPart, partsOfTrip } from "#domain/day-part/queries.ts";
import { isWholeDay, partNamed, partOn } from "#domain/day-part/rules.ts";
import { type DayPart, type PartReference, wholeDay } from "#domain/day-part/schema.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import { markColumns, ofHolder } from "#domain/presence/queries.ts";
import { walkInCounts } from "#domain/walk-in/queries.ts";
import type { IsoDate } from "#lib/dates.ts";
import { type AttendanceState, isByAttendee, stateOf, tripRuns } from "./rules.ts";

export type AttendancePerson = {
  registrationId: string;
  givenName: string;
  familyName: string;
  organisation: string;
  /** Answers for a delegation on the way. */
  isHead: boolean;
  /** Wishes neither to be photographed nor to be seen in what is published. */
  noPhotos: boolean;
  /** To call while the trip runs; null before and after. */
  phone: string | null;
  state: AttendanceState;
  /** Is there by the own mark alone: no leader has said so. */
  byAttendee: boolean;
  withdrawn: boolean;
};

export type AttendanceOfDay = {
  tripId: string;
  title: LocalizedText;
  date: IsoDate;
  /** What of the day the list is about; null where it is the day as a whole. */
  part: DayPart | null;
  /** Of this day, by their time. */
  parts: DayPart[];
  /** Marks are taken: published, neither cancelled nor completed, and the day is not locked. */
  taken: boolean;
  /** The day was confirmed with its signature sheet. */
  locked: boolean;
  /** The actor may read the signed sheet. */
  readsSheet: boolean;
  /** The actor may correct marks with a reason, also once the trip is completed. */
  corrects: boolean;
  people: AttendancePerson[];
};

export type RunningTrip = { slug: string; title: LocalizedText; dates: IsoDate[] };

/** Trips that run now and whose attendance the actor marks, as crew or organiser, by their first day. */
export async function tripsLed(actor: Actor, now: Date): Promise<RunningTrip[]> {
  const rows = await database()
    .select({ slug: trip.slug, title: trip.title, date: tripDay.date })
    .from(trip)
    .innerJoin(tripDay, eq(tripDay.tripId, trip.id))
    .where(
      and(
        inArray(trip.organisationId, [
          ...organisationsOf(actor, "crew"),
          ...organisationsOf(actor, "organiser"),
        ]),
        isNotNull(trip.publishedAt),
        isNull(trip.cancelledAt),
      ),
    )
    .orderBy(asc(tripDay.date));
  const trips = [...Map.groupBy(rows, ({ slug }) => slug).values()].map((days) => {
    const [{ slug, title }] = days as [(typeof rows)[number]];
    return { slug, title, dates: days.map(({ date }) => date) };
  });
  return trips.filter(({ dates }) => tripRuns(dates, now));
}

/**
 * The trip's days, and the parts of them that have marks, with how many are present, absent and unmarked, without a
 * name; null when not the actor's.
 */
export async function attendanceDays(actor: Actor, slug: string, now: Date) {
  const own = await tripToRead(actor, slug, now);
  if (!own) return null;
  const parts = await partsOfTrip(database(), own.tripId);
  const days = own.days.map(async ({ date, locked }) => {
    const counts = async (part: PartReference) =>
      countsOf(await peopleOf(own.tripId, date, part, false));
    const marked = parts.filter((part) => part.date === date && part.hasMarks);
    const counted = marked.map(async (part) => ({ ...part, ...(await counts(part)) }));
    return { date, locked, ...(await counts(wholeDay)), parts: await Promise.all(counted) };
  });
  const { tripId, title, organises } = own;
  const walkIns = await walkInCounts(database(), tripId);
  const counted = (await Promise.all(days)).map((day) => ({
    ...day,
    walkIns: walkIns.get(day.date) ?? 0,
  }));
  return { tripId, title, organises, days: counted };
}

function countsOf(people: readonly AttendancePerson[]) {
  const inState = (state: AttendanceState) => people.filter((one) => one.state === state).length;
  return { all: people.length, present: inState("present"), absent: inState("absent") };
}

/** The trip whose attendance the actor may mark now, by its address; null when there is none. */
export async function attendanceTrip(
  actor: Actor,
  slug: string,
  now: Date,
): Promise<string | null> {
  const own = await tripToRead(actor, slug, now);
  return own?.mayMark ? own.tripId : null;
}

/**
 * Who should be there on a day of a trip, or in a part of it, and who is, by surname. Organisers of the trip's
 * organisation, and its crew while the trip runs; null for everybody else, and for a day or part that is none of the trip's.
 */
export async function attendanceOfDay(
  actor: Actor,
  slug: string,
  date: IsoDate,
  now: Date,
  reference: PartReference = wholeDay,
): Promise<AttendanceOfDay | null> {
  const own = await tripToRead(actor, slug, now);
  const day = own?.days.find((one) => one.date === date);
  if (!own || !day) return null;
  const ofTrip = await partsOfTrip(database(), own.tripId);
  const parts = ofTrip.filter((one) => one.date === date);
  const part = partOn(parts, date, reference);
  if (!part && !isWholeDay(reference)) return null;
  const people = await peopleOf(own.tripId, date, reference, own.runs);
  await recordAudit(database(), actor, {
    action: "attendance.read",
    tripId: own.tripId,
    organisationId: own.organisationId,
    details: { date, people: people.length, ...partNamed(reference) },
  });
  const { tripId, title } = own;
  const { locked } = day;
  // Of a pick-up that is no longer kept nobody can be marked any more.
  const isKept = part === null || part.name !== null;
  const taken = own.taken && own.mayMark && !locked && isKept;
  const readsSheet = own.organises || isAdmin(actor);
  const corrects = own.organises && own.begun && !locked && isKept;
  const may = { taken, locked, readsSheet, corrects };
  return { tripId, title, date, part, parts, ...may, people };
}

async function tripToRead(actor: Actor, slug: string, now: Date) {
  const asOrganiser = organisationsOf(actor, "organiser");
  const asCrew = organisationsOf(actor, "crew");
  const own = inArray(trip.organisationId, [...asOrganiser, ...asCrew]);
  const rows = await database()
    .select({
      tripId: trip.id,
      title: trip.title,
      organisationId: trip.organisationId,
      taken: sql<boolean>`${trip.publishedAt} is not null and ${trip.cancelledAt} is null and ${trip.completedAt} is null`,
      /** Marks can be corrected: also after the trip was completed. */
      begun: sql<boolean>`${trip.publishedAt} is not null and ${trip.cancelledAt} is null`,
      date: tripDay.date,
      locked: isLocked,
    })
    .from(trip)
    .innerJoin(tripDay, eq(tripDay.tripId, trip.id))
    .where(and(eq(trip.slug, slug), isAdmin(actor) ? undefined : own))
    .orderBy(tripDay.date);
  const [first] = rows;
  if (!first) return null;
  const days = rows.map(({ date, locked }) => ({ date, locked }));
  const runs = tripRuns(
    days.map(({ date }) => date),
    now,
  );
  const organises = asOrganiser.includes(first.organisationId);
  const mayMark = organises || (runs && asCrew.includes(first.organisationId));
  return mayMark || isAdmin(actor) ? { ...first, days, runs, organises, mayMark } : null;
}

async function peopleOf(
  tripId: string,
  date: IsoDate,
  part: PartReference,
  withPhone: boolean,
): Promise<AttendancePerson[]> {
  // The same as isExpectedIn.
  const expected = and(
    isNull(registration.withdrawnAt),
    part.pickupId ? eq(registration.pickupId, part.pickupId) : undefined,
  );
  const rows = await database()
    .select({
      registrationId: registration.id,
      givenName: registration.givenName,
      familyName: registration.familyName,
      organisation: nameOnTrip(registration.tripId),
      isHead: registration.isHead,
      noPhotos: registration.noPhotos,
      phone: withPhone ? registration.phone : sql<null>`null`,
      withdrawnAt: registration.withdrawnAt,
      mark: { id: attendance.id, ...markColumns },
    })
    .from(registration)
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .innerJoin(tripDay, and(eq(tripDay.tripId, registration.tripId), eq(tripDay.date, date)))
    .leftJoin(
      attendance,
      and(
        eq(attendance.registrationId, registration.id),
        eq(attendance.tripDayId, tripDay.id),
        inPart(part),
        ofHolder,
      ),
    )
    .where(
      and(
        eq(registration.tripId, tripId),
        isNotNull(registration.confirmedAt),
        // A place that nobody is named for cannot be present.
        isNotNull(registration.userId),
        or(expected, isNotNull(attendance.id)),
      ),
    )
    .orderBy(
      sql`${registration.familyName} collate "lv-x-icu"`,
      sql`${registration.givenName} collate "lv-x-icu"`,
      asc(registration.id),
    );
  const people = Map.groupBy(rows, ({ registrationId }) => registrationId);
  return [...people.values()].map((marks) => {
    const [{ mark: _mark, withdrawnAt, ...person }] = marks as [(typeof rows)[number]];
    const made = marks.flatMap(({ mark }) => (mark ? [mark] : []));
    const state = stateOf(made);
    const byAttendee = state === "present" && isByAttendee(made);
    return { ...person, withdrawn: withdrawnAt !== null, state, byAttendee };
  });
}
