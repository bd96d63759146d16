import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { organisation, place } from "#db/schema/organisation.ts";
import { user } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { pickup } from "#db/schema/travel.ts";
import { trip } from "#db/schema/trip.ts";
import { isAdmin, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { type RegistrationState, withState } from "#domain/registration/rules.ts";
import type { ParticipantFilter, ParticipantSort } from "./schema.ts";

// Who is on a trip, as its organiser works on the list.

/** Rows of one page of the organiser's list. */
export const participantsPerPage = 50;

/**
 * Registrations of a trip, by family name in Latvian order unless asked otherwise, for its organiser and for
 * administrators; null to everybody else. Reading other people's data is recorded.
 */
export async function participantsOfTrip(actor: Actor, slug: string, filter: ParticipantFilter) {
  const own = await tripToRead(actor, slug);
  if (!own) return null;
  const where = matching(own.tripId, filter);
  const page = Math.max(1, filter.page ?? 1);
  const line = placesInLine(own.tripId);
  const rows = await database()
    .select({
      registrationId: registration.id,
      givenName: registration.givenName,
      familyName: registration.familyName,
      organisation: nameOf(organisation.id, own.firstDay),
      institution: registration.institution,
      position: registration.position,
      phone: registration.phone,
      email: registration.email,
      createdAt: registration.createdAt,
      confirmedAt: registration.confirmedAt,
      withdrawnAt: registration.withdrawnAt,
      signOffDueAt: registration.signOffDueAt,
      pickup: sql<string | null>`coalesce(${place.name} || ', ', '') || ${pickup.spot}`,
      place: line.place,
    })
    .from(registration)
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .leftJoin(pickup, eq(pickup.id, registration.pickupId))
    .leftJoin(place, eq(place.id, pickup.placeId))
    .leftJoin(line, eq(line.id, registration.id))
    .where(where)
    .orderBy(...orders[filter.sort ?? "name"])
    .limit(participantsPerPage)
    .offset((page - 1) * participantsPerPage);
  const found = await countOf(where);
  await recordAudit(database(), actor, {
    action: "registration.list",
    subjectId: own.tripId,
    tripId: own.tripId,
    details: { rows: rows.length, page },
  });
  return { ...own, found, page, registrations: rows.map(withState) };
}

/** Ids of everybody on an own trip whom the filter finds, in the order of the list; none to everybody else. */
export async function participantIds(
  actor: Actor,
  tripId: string,
  filter: ParticipantFilter,
): Promise<string[]> {
  const own = inArray(trip.organisationId, organisationsOf(actor, "organiser"));
  const rows = await database()
    .select({ id: registration.id })
    .from(registration)
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .innerJoin(trip, and(eq(trip.id, registration.tripId), own))
    .where(matching(tripId, filter))
    .orderBy(...orders[filter.sort ?? "name"]);
  return rows.map(({ id }) => id);
}

/** By what the list of a trip can be narrowed down: who sends, and where people get on. */
export async function participantChoices(actor: Actor, slug: string) {
  const own = await tripToRead(actor, slug);
  if (!own) return null;
  const [organisations, pickups] = await Promise.all([
    database()
      .selectDistinct({
        id: organisation.id,
        name: nameOf(organisation.id, own.firstDay).as("name"),
      })
      .from(registration)
      .innerJoin(organisation, eq(organisation.id, registration.organisationId))
      .where(eq(registration.tripId, own.tripId))
      .orderBy(sql`name`),
    database()
      .select({
        id: pickup.id,
        name: sql<string>`coalesce(${place.name} || ', ', '') || ${pickup.spot}`,
      })
      .from(pickup)
      .leftJoin(place, eq(place.id, pickup.placeId))
      .where(eq(pickup.tripId, own.tripId))
      .orderBy(asc(pickup.departsAt)),
  ]);
  return { organisations, pickups };
}

const nameOf = (id: typeof organisation.id, day: string | null) =>
  day ? sql<string>`organisation_name_on(${id}, ${day}::date)` : sql<string>`${organisation.name}`;

/** Everybody who waits with the place in line, counted once for all; `place_in_line` says the same of one. */
function placesInLine(tripId: string) {
  return database()
    .select({
      id: sql<string>`waiting.id`.as("waiting_id"),
      place: sql<number | null>`(dense_rank() over (order by
        case s.allocation_order when 'spread' then q.taken else 0 end, unit.line))::integer`.as(
        "in_line",
      ),
    })
    .from(
      sql`registration waiting join trip_seat s on s.trip_id = waiting.trip_id
        join quota q on q.trip_id = waiting.trip_id and q.organisation_id = waiting.organisation_id
        join line_unit unit on unit.trip_id = waiting.trip_id
          and unit.id = coalesce(waiting.delegation_id, waiting.id)`,
    )
    .where(
      sql`waiting.trip_id = ${tripId} and waiting.confirmed_at is null and waiting.withdrawn_at is null
        and waiting.sign_off_due_at is null`,
    )
    .as("line");
}

const names = [
  asc(sql`${registration.familyName} collate "lv-x-icu"`),
  asc(sql`${registration.givenName} collate "lv-x-icu"`),
  asc(registration.line),
];

const orders: Record<ParticipantSort, SQL[]> = {
  name: names,
  registered: [asc(registration.line)],
  organisation: [asc(sql`${organisation.name} collate "lv-x-icu"`), ...names],
};

async function countOf(where: SQL | undefined): Promise<number> {
  const [found] = await database()
    .select({ count: sql<number>`count(*)::integer` })
    .from(registration)
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .where(where);
  return found?.count ?? 0;
}

/**
 * What a search looks for: a longer word without its ending, since names stand in several cases
 * ("livani" finds Līvānu novads); signs of the pattern stand for themselves.
 */
function sought(search: string | undefined): string | undefined {
  const words = search?.trim();
  const stem = words && words.length > 4 ? words.replace(/[aeiouāēīūs]$/i, "") : words;
  return stem?.replace(/[\\%_]/g, "\\$&");
}

/** A search finds parts of names, whatever their case and diacritics. */
function matching(tripId: string, filter: ParticipantFilter): SQL | undefined {
  const { search, state, organisationId, pickupId } = filter;
  const words = sought(search);
  const text = sql`lower(unaccent(concat_ws(' ', ${registration.givenName}, ${registration.familyName},
    ${organisation.name}, ${registration.institution}, ${registration.position})))`;
  return and(
    eq(registration.tripId, tripId),
    words ? sql`${text} like '%' || lower(unaccent(${words})) || '%'` : undefined,
    state ? inState[state] : undefined,
    organisationId ? eq(registration.organisationId, organisationId) : undefined,
    pickupId === "none" ? isNull(registration.pickupId) : undefined,
    pickupId && pickupId !== "none" ? eq(registration.pickupId, pickupId) : undefined,
  );
}

const inState: Record<RegistrationState, SQL> = {
  confirmed: sql`${registration.withdrawnAt} is null and ${registration.confirmedAt} is not null`,
  awaitingSignOff: sql`${registration.withdrawnAt} is null and ${registration.signOffDueAt} is not null`,
  waiting: sql`${registration.withdrawnAt} is null and ${registration.confirmedAt} is null
    and ${registration.signOffDueAt} is null`,
  withdrawn: sql`${registration.withdrawnAt} is not null`,
};

async function tripToRead(actor: Actor, slug: string) {
  const own = inArray(trip.organisationId, organisationsOf(actor, "organiser"));
  const [found] = await database()
    .select({
      tripId: trip.id,
      tripSlug: trip.slug,
      tripTitle: trip.title,
      firstDay: sql<string | null>`(select min(date)::text from trip_day where trip_id = trip.id)`,
    })
    .from(trip)
    .where(and(eq(trip.slug, slug), isAdmin(actor) ? undefined : own));
  return found ?? null;
}

/**
 * One registration with contact data and history, for the organiser of its trip and for administrators;
 * null to everybody else. Reading it is recorded.
 */
export async function participant(actor: Actor, slug: string, registrationId: string) {
  const own = await tripToRead(actor, slug);
  if (!own) return null;
  const [row] = await database()
    .select({
      registrationId: registration.id,
      confirmedAt: registration.confirmedAt,
      withdrawnAt: registration.withdrawnAt,
      signOffDueAt: registration.signOffDueAt,
      createdAt: registration.createdAt,
      waitingReason: registration.waitingReason,
      place: sql<number | null>`case when ${registration.confirmedAt} is null
        and ${registration.withdrawnAt} is null and ${registration.signOffDueAt} is null then place_in_line(${registration.id}) end`,
      organisation: nameOf(organisation.id, own.firstDay),
      tripCompletedAt: trip.completedAt,
      pickupId: registration.pickupId,
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
