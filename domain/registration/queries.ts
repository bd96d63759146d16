import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import type { LocalizedText } from "#db/schema/columns.ts";
import { organisation } from "#db/schema/organisation.ts";
import { user } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { trip, tripDay, tripSeat } from "#db/schema/trip.ts";
import { isAdmin, isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import type { WaitingReason } from "#domain/seat/rules.ts";
import type { IsoDate } from "#lib/dates.ts";
import { type RegistrationState, stateOf } from "./rules.ts";

/** Place in line, counted from 1, of a waiting registration; null of any other. */
const placeInLine = sql<number | null>`case
  when ${registration.confirmedAt} is null and ${registration.withdrawnAt} is null
  then place_in_line(${registration.id}) end`;

const tripDates = sql<IsoDate[]>`array(
  select ${tripDay.date}::text from ${tripDay} where ${tripDay.tripId} = ${trip.id} order by 1)`;

const ownColumns = {
  registrationId: registration.id,
  confirmedAt: registration.confirmedAt,
  withdrawnAt: registration.withdrawnAt,
  createdAt: registration.createdAt,
  waitingReason: registration.waitingReason,
  place: placeInLine,
  organisation: organisation.name,
  tripId: trip.id,
  tripSlug: trip.slug,
  tripTitle: trip.title,
  tripDates,
  tripCancelledAt: trip.cancelledAt,
  tripCompletedAt: trip.completedAt,
  releaseAt: tripSeat.releaseAt,
  promotionEndsAt: tripSeat.promotionEndsAt,
  /** The newest published version of the itinerary. */
  itinerary: sql<{ number: number; publishedAt: string } | null>`(
    select json_build_object('number', number, 'publishedAt', published_at)
    from itinerary_version where trip_id = ${trip.id} order by number desc limit 1)`,
};

/** A registration as its own person sees it. */
export type OwnRegistration = {
  registrationId: string;
  state: RegistrationState;
  createdAt: Date;
  waitingReason: WaitingReason | null;
  place: number | null;
  organisation: string;
  tripId: string;
  tripSlug: string;
  tripTitle: LocalizedText;
  /** Days of the trip in order. */
  tripDates: IsoDate[];
  tripCancelledAt: Date | null;
  tripCompletedAt: Date | null;
  releaseAt: Date | null;
  promotionEndsAt: Date;
  itinerary: { number: number; publishedAt: string } | null;
};

/** All registrations of the actor, the newest trip first. */
export async function myRegistrations(actor: Actor): Promise<OwnRegistration[]> {
  if (!isPerson(actor)) return [];
  return ownRegistrations(eq(registration.userId, actor.userId));
}

/** The actor's active registration for a trip, or null. */
export async function registrationOf(
  actor: Actor,
  tripSlug: string,
): Promise<OwnRegistration | null> {
  if (!isPerson(actor)) return null;
  const [own] = await ownRegistrations(
    and(
      eq(registration.userId, actor.userId),
      eq(trip.slug, tripSlug),
      isNull(registration.withdrawnAt),
    ),
  );
  return own ?? null;
}

async function ownRegistrations(where: SQL | undefined): Promise<OwnRegistration[]> {
  const rows = await database()
    .select(ownColumns)
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .innerJoin(tripSeat, eq(tripSeat.tripId, trip.id))
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .where(where)
    .orderBy(desc(tripDates), desc(registration.createdAt));
  return rows.map(withState);
}

function withState<Row extends { confirmedAt: Date | null; withdrawnAt: Date | null }>(row: Row) {
  const { confirmedAt, withdrawnAt, ...rest } = row;
  return { ...rest, state: stateOf({ confirmedAt, withdrawnAt }) };
}

export type RegistrationFilter = {
  /** Part of a name, municipality or position; case and diacritics do not matter. */
  search?: string;
  state?: RegistrationState;
  /** Counted from 1. */
  page?: number;
};

/** Rows of one page of the organiser's list. */
export const registrationsPerPage = 50;

/**
 * Registrations of a trip, by family name in Latvian order, for its organiser and for administrators; null
 * to everybody else. Reading other people's data is recorded.
 */
export async function registrationsOfTrip(actor: Actor, slug: string, filter: RegistrationFilter) {
  const own = await tripToRead(actor, slug);
  if (!own) return null;
  const where = and(eq(registration.tripId, own.tripId), matches(filter));
  const page = Math.max(1, filter.page ?? 1);
  const rows = await database()
    .select({
      registrationId: registration.id,
      givenName: registration.givenName,
      familyName: registration.familyName,
      organisation: organisation.name,
      institution: registration.institution,
      position: registration.position,
      phone: registration.phone,
      confirmedAt: registration.confirmedAt,
      withdrawnAt: registration.withdrawnAt,
      waitingReason: registration.waitingReason,
      place: placeInLine,
    })
    .from(registration)
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .where(where)
    .orderBy(
      asc(sql`${registration.familyName} collate "lv-x-icu"`),
      asc(sql`${registration.givenName} collate "lv-x-icu"`),
      asc(registration.line),
    )
    .limit(registrationsPerPage)
    .offset((page - 1) * registrationsPerPage);
  const [found] = await database()
    .select({ count: sql<number>`count(*)::integer` })
    .from(registration)
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .where(where);
  await recordAudit(database(), actor, {
    action: "registration.list",
    subjectId: own.tripId,
    tripId: own.tripId,
    details: { rows: rows.length, page },
  });
  return { ...own, found: found?.count ?? 0, page, registrations: rows.map(withState) };
}

function matches({ search, state }: RegistrationFilter): SQL | undefined {
  const words = search?.trim();
  const text = sql`lower(unaccent(concat_ws(' ', ${registration.givenName}, ${registration.familyName},
    ${organisation.name}, ${registration.institution}, ${registration.position})))`;
  const escaped = words?.replace(/[\\%_]/g, "\\$&");
  return and(
    words ? sql`${text} like '%' || lower(unaccent(${escaped})) || '%'` : undefined,
    state ? inState[state] : undefined,
  );
}

const inState: Record<RegistrationState, SQL> = {
  confirmed: sql`${registration.withdrawnAt} is null and ${registration.confirmedAt} is not null`,
  waiting: sql`${registration.withdrawnAt} is null and ${registration.confirmedAt} is null`,
  withdrawn: sql`${registration.withdrawnAt} is not null`,
};

async function tripToRead(actor: Actor, slug: string) {
  const own = inArray(trip.organisationId, organisationsOf(actor, "organiser"));
  const [found] = await database()
    .select({ tripId: trip.id, tripSlug: trip.slug, tripTitle: trip.title })
    .from(trip)
    .where(and(eq(trip.slug, slug), isAdmin(actor) ? undefined : own));
  return found ?? null;
}

/**
 * One registration with contact data and history, for the organiser of its trip and for administrators;
 * null to everybody else. Reading it is recorded.
 */
export async function registrationForOrganiser(actor: Actor, slug: string, registrationId: string) {
  const own = await tripToRead(actor, slug);
  if (!own) return null;
  const [row] = await database()
    .select({
      ...ownColumns,
      givenName: registration.givenName,
      familyName: registration.familyName,
      email: registration.email,
      phone: registration.phone,
      institution: registration.institution,
      position: registration.position,
      decisionReason: registration.decisionReason,
    })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .innerJoin(tripSeat, eq(tripSeat.tripId, trip.id))
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .where(
      and(sql`${registration.id}::text = ${registrationId}`, eq(registration.tripId, own.tripId)),
    );
  if (!row) return null;
  const history = await database()
    .select({
      at: auditEntry.at,
      action: auditEntry.action,
      byName: user.name,
      details: auditEntry.details,
    })
    .from(auditEntry)
    .leftJoin(user, eq(user.id, auditEntry.actorId))
    .where(and(eq(auditEntry.tripId, own.tripId), eq(auditEntry.subjectId, registrationId)))
    .orderBy(asc(auditEntry.id));
  await recordAudit(database(), actor, {
    action: "registration.read",
    subjectId: registrationId,
    tripId: own.tripId,
  });
  return {
    ...withState(row),
    history: history.filter(({ action }) => action !== "registration.read"),
  };
}
