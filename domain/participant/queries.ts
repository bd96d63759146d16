import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation, place } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { pickup } from "#db/schema/travel.ts";
import { trip } from "#db/schema/trip.ts";
import { isAdmin, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import { type RegistrationState, withState } from "#domain/registration/rules.ts";
import { soughtParts } from "./rules.ts";
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
  const ofPage = database()
    .select({
      registrationId: registration.id,
      givenName: registration.givenName,
      familyName: registration.familyName,
      organisation: nameOnTrip(registration.tripId),
      institution: registration.institution,
      position: registration.position,
      phone: registration.phone,
      email: registration.email,
      noPhotos: registration.noPhotos,
      createdAt: registration.createdAt,
      confirmedAt: registration.confirmedAt,
      withdrawnAt: registration.withdrawnAt,
      signOffDueAt: registration.signOffDueAt,
      pickup: sql<string | null>`coalesce(${place.name} || ', ', '') || ${pickup.spot}`,
    })
    .from(registration)
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .leftJoin(pickup, eq(pickup.id, registration.pickupId))
    .leftJoin(place, eq(place.id, pickup.placeId))
    .where(where)
    .orderBy(...orders[filter.sort ?? "name"])
    .limit(participantsPerPage)
    .offset((page - 1) * participantsPerPage);
  const [rows, found] = await Promise.all([ofPage, countOf(where)]);
  const registrations = rows.map(withState);
  const waiting = registrations.filter(({ state }) => state === "waiting");
  const [places] = await Promise.all([
    placesInLine(
      own.tripId,
      waiting.map(({ registrationId }) => registrationId),
    ),
    recordAudit(database(), actor, {
      action: "registration.list",
      subjectId: own.tripId,
      tripId: own.tripId,
      details: { rows: rows.length, page },
    }),
  ]);
  const placed = registrations.map((one) => ({
    ...one,
    place: places.get(one.registrationId) ?? null,
  }));
  return { ...own, found, page, registrations: placed };
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

/**
 * Places in line of these registrations, by id; `place_in_line` says the same of one. A query of its own: as a
 * part of the list it would be planned for every row and not for those of a page.
 */
async function placesInLine(tripId: string, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const { rows } = await database().execute<{ id: string; place: number }>(sql`
    with ${placed(tripId)} select id, place from placed where id = any(${sql.param(ids)}::uuid[])`);
  return new Map(rows.map(({ id, place }) => [id, place]));
}

/** Everybody in the line of a trip as a table `placed` of `id` and `place`, to stand after `with`. */
export const placed = (tripId: string) => sql`waiting as (
    select id, organisation_id, min(line) over (partition by coalesce(delegation_id, id)) as line
    from registration where trip_id = ${tripId} and confirmed_at is null and withdrawn_at is null
      and sign_off_due_at is null
  ), placed as (
    select waiting.id, dense_rank() over (order by
      case s.allocation_order when 'spread' then q.taken else 0 end, waiting.line)::integer as place
    from waiting join quota q on q.trip_id = ${tripId} and q.organisation_id = waiting.organisation_id
    join trip_seat s on s.trip_id = ${tripId}
  )`;

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

/** A search finds everybody of whom each of its words is a part, whatever its case and diacritics. */
function matching(tripId: string, filter: ParticipantFilter): SQL | undefined {
  const { search, state, organisationId, pickupId } = filter;
  const text = sql`lower(unaccent(concat_ws(' ', ${registration.givenName}, ${registration.familyName},
    ${organisation.name}, ${registration.institution}, ${registration.position})))`;
  return and(
    eq(registration.tripId, tripId),
    ...soughtParts(search).map((part) => sql`${text} like lower(unaccent(${part}))`),
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

/** A trip by its address, for whoever may read the people on it; null to everybody else. */
export async function tripToRead(actor: Actor, slug: string) {
  const own = inArray(trip.organisationId, organisationsOf(actor, "organiser"));
  const [found] = await database()
    .select({
      tripId: trip.id,
      tripSlug: trip.slug,
      tripTitle: trip.title,
    })
    .from(trip)
    .where(and(eq(trip.slug, slug), isAdmin(actor) ? undefined : own));
  return found ?? null;
}
