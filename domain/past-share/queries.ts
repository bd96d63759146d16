import { and, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { trip } from "#db/schema/trip.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { isAllLocked } from "#domain/no-show/queries.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import { wholeSuccessor } from "#domain/past-trip/queries.ts";
import { daysPresent } from "#domain/presence/queries.ts";
import { dateInRiga } from "#lib/dates.ts";
import { lookBackMonths, type PastSeat, type PastShare, shareOf, sharesBy } from "./rules.ts";

/** What earlier trips came to for a municipality, or whoever else sends people. */
export type OrganisationShare = PastShare & { organisationId: string; name: string };

/**
 * What earlier trips of the organisation that makes this trip came to, by whom they were for and by name: numbers, and
 * nobody's data. For its organisers; null to everybody else.
 */
export async function pastSharesOfTrip(
  actor: Actor,
  tripId: string,
  now: Date,
): Promise<{ organisations: OrganisationShare[] } | null> {
  const own = await ownTrip(actor, tripId);
  if (!own) return null;
  const shares = sharesBy(await seatsBefore(actor, own, now), (seat) => seat.organisationId);
  const names = await database()
    .select({ organisationId: organisation.id, name: organisation.name })
    .from(organisation)
    .where(inArray(organisation.id, [...shares.keys()]))
    .orderBy(sql`${organisation.name} collate "lv-x-icu"`);
  const organisations = names.map((one) => {
    const share = shares.get(one.organisationId) ?? shareOf([]);
    return { ...one, ...share };
  });
  return { organisations };
}

/**
 * The same of these people of a trip, by registration; nothing is told of a place without a name. For the trip's
 * organisers; null to everybody else. Reading it is recorded.
 */
export async function pastSharesOfPeople(
  actor: Actor,
  tripId: string,
  registrationIds: readonly string[],
  now: Date,
): Promise<Map<string, PastShare> | null> {
  const own = await ownTrip(actor, tripId);
  if (!own) return null;
  if (registrationIds.length === 0) return new Map();
  const people = await database()
    .select({ id: registration.id, userId: sql<string>`${registration.userId}` })
    .from(registration)
    .where(
      and(
        eq(registration.tripId, own.tripId),
        inArray(registration.id, [...registrationIds]),
        isNotNull(registration.userId),
      ),
    );
  const seats = await seatsBefore(
    actor,
    own,
    now,
    people.map(({ userId }) => userId),
  );
  const shares = sharesBy(seats, ({ userId }) => userId);
  await recordAudit(database(), actor, {
    action: "pastShare.read",
    subjectId: own.tripId,
    ...own,
    details: { people: people.length },
  });
  return new Map(people.map(({ id, userId }) => [id, shares.get(userId) ?? shareOf([])]));
}

/** Whom a municipality, or whoever else, sends of those who wait, and what earlier trips came to for it and for each. */
export type WaitingShares = {
  organisationId: string;
  name: string;
  share: PastShare;
  people: { registrationId: string; givenName: string; familyName: string; share: PastShare }[];
};

/**
 * What earlier trips came to for those of these people who wait, where seats are given to several at once; a place
 * without a name is none of them. For the trip's organisers; null to everybody else. Reading it is recorded.
 */
export async function pastSharesOfWaiting(
  actor: Actor,
  tripId: string,
  registrationIds: readonly string[],
  now: Date,
): Promise<WaitingShares[] | null> {
  const shares = await pastSharesOfPeople(actor, tripId, registrationIds, now);
  const past = await pastSharesOfTrip(actor, tripId, now);
  if (!shares || !past) return null;
  const waiting = await database()
    .select({
      registrationId: registration.id,
      givenName: registration.givenName,
      familyName: registration.familyName,
      organisationId: registration.organisationId,
      name: nameOnTrip(registration.tripId),
    })
    .from(registration)
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .where(
      and(
        inArray(registration.id, [...shares.keys()]),
        isNull(registration.confirmedAt),
        isNull(registration.withdrawnAt),
        isNull(registration.signOffDueAt),
      ),
    )
    .orderBy(
      sql`${organisation.name} collate "lv-x-icu"`,
      sql`${registration.familyName} collate "lv-x-icu"`,
      sql`${registration.givenName} collate "lv-x-icu"`,
    );
  const ofSender = new Map(past.organisations.map((one) => [one.organisationId, one]));
  return [...Map.groupBy(waiting, ({ organisationId }) => organisationId)].map(([id, people]) => ({
    organisationId: id,
    name: people[0]?.name ?? "",
    share: ofSender.get(id) ?? shareOf([]),
    people: people.map(({ registrationId, givenName, familyName }) => ({
      registrationId,
      givenName,
      familyName,
      share: shares.get(registrationId) ?? shareOf([]),
    })),
  }));
}

type Own = { tripId: string; organisationId: string };

async function ownTrip(actor: Actor, tripId: string): Promise<Own | null> {
  const [found] = await database()
    .select({ tripId: trip.id, organisationId: trip.organisationId })
    .from(trip)
    .where(
      and(
        sql`${trip.id}::text = ${tripId}`,
        inArray(trip.organisationId, organisationsOf(actor, "organiser")),
      ),
    );
  return found ?? null;
}

/** Seats of all, or of these people, on trips of the same organisation that are over and not too long ago. */
async function seatsBefore(
  actor: Actor,
  own: Own,
  now: Date,
  userIds?: readonly string[],
): Promise<PastSeat[]> {
  const rows = await database()
    .select({
      registrationId: registration.id,
      userId: sql<string>`${registration.userId}`,
      organisationId: sql<string>`coalesce(${wholeSuccessor('"registration"."organisation_id"')}, ${registration.organisationId})`,
      tripId: trip.id,
      offered: daysRecorded,
      locked: isAllLocked('"trip"."id"'),
    })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .where(
      and(
        eq(trip.organisationId, own.organisationId),
        ne(trip.id, own.tripId),
        isOver(now),
        isNull(trip.cancelledAt),
        isNotNull(registration.confirmedAt),
        isNull(registration.withdrawnAt),
        userIds ? inArray(registration.userId, [...userIds]) : isNotNull(registration.userId),
      ),
    );
  const present = await daysPresent(
    database(),
    actor,
    rows.map(({ registrationId }) => registrationId),
  );
  return rows.map(({ registrationId, locked, ...seat }) => {
    const attended = present.get(registrationId)?.length ?? 0;
    return { ...seat, attended, noShow: locked && attended === 0 };
  });
}

/** Completed, or its last day is past, and that day is within the months that count. */
function isOver(now: Date) {
  const today = dateInRiga(now);
  const last = sql`(select max(date) from trip_day where trip_id = ${trip.id})`;
  return sql`((${trip.completedAt} is not null or ${last} < ${today})
    and ${last} >= ${today}::date - make_interval(months => ${lookBackMonths}))`;
}

/** As a part of a query about trips: on how many days presence was recorded of anybody. */
const daysRecorded = sql<number>`(
  select count(distinct d.id)::integer from trip_day d join attendance a on a.trip_day_id = d.id
  where d.trip_id = "trip"."id" and a.agenda_item_id is null and a.pickup_id is null)`;
