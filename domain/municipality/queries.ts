import { and, asc, eq, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { LocalizedText } from "#db/schema/columns.ts";
import { delegation } from "#db/schema/delegation.ts";
import { organisation } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { proposal } from "#db/schema/replacement.ts";
import { quota, trip, tripSeat } from "#db/schema/trip.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { isAnsweredFor } from "#domain/answer/queries.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { type RegistrationState, withState } from "#domain/registration/rules.ts";
import { seatFacts } from "#domain/seat/queries.ts";
import { placesInLine } from "#domain/seat/rules.ts";
import { datesOfTrip } from "#domain/trip-day/queries.ts";
import { dateInRiga, type IsoDate } from "#lib/dates.ts";
import { type PresentReason, presentReason, readsMunicipality } from "./rules.ts";

// What a municipality's coordinator sees of the trips ahead.

/** A trip with what of its seats is the municipality's. */
export type MunicipalityTrip = {
  tripId: string;
  slug: string;
  title: LocalizedText;
  dates: IsoDate[];
  registrationDeadline: Date;
  /** Whether the organiser asks anything of everybody, or of each delegation. */
  asksPeople: boolean;
  asksDelegations: boolean;
  /** Until when places may stay unnamed. */
  namesFrozenAt: Date;
  releaseAt: Date | null;
  capacity: number;
  /** Seats of everybody. */
  allTaken: number;
  guaranteed: number;
  maximum: number | null;
  taken: number;
};

/** A place that the municipality has or wants on a trip. */
export type Sent = {
  registrationId: string;
  tripId: string;
  delegationId: string | null;
  /** How few of the delegation's places would do. */
  atLeast: number | null;
  isHead: boolean;
  /** Empty while nobody is named. */
  givenName: string;
  familyName: string;
  named: boolean;
  /** Entered by somebody else, and has not said themselves what they need, or what the organiser asks. */
  needsEntered: boolean;
  answersEntered: boolean;
  position: string;
  state: RegistrationState;
  signOffDueAt: Date | null;
  /** The municipality is asked for its yes, and has not given it. */
  asksSignOff: boolean;
  /** The person cannot come; somebody else is asked for until then. */
  replacementAskedUntil: Date | null;
  /** The person proposes somebody else, who can be named until then. */
  proposedUntil: Date | null;
  place: number | null;
  reason: PresentReason | null;
  /** Seats that must be free at once, where it waits. */
  asked: number;
};

/**
 * A municipality's trips ahead: those that take registrations, and those for which it has places. For its
 * coordinators and administrators; null to everybody else. Reading other people's data is recorded.
 */
export async function municipalityNow(
  actor: Actor,
  organisationId: string,
  now: Date,
): Promise<{ calls: MunicipalityTrip[]; trips: (MunicipalityTrip & { sent: Sent[] })[] } | null> {
  if (!readsMunicipality(actor, organisationId)) return null;
  const [calls, withPeople, rows] = await Promise.all([
    tripsWhere(organisationId, isOpenTo(organisationId, now)),
    tripsWhere(organisationId, and(isAhead(now), hasPeopleOf(organisationId))),
    placesAhead(organisationId, now),
  ]);
  const sent = await withReasons(organisationId, rows, now);
  // Where nobody is sent yet, nobody's data is read.
  if (sent.length > 0) {
    await recordAudit(database(), actor, {
      action: "registration.list",
      organisationId,
      details: { rows: sent.length },
    });
  }
  const trips = withPeople.map((one) => ({
    ...one,
    sent: sent.filter(({ tripId }) => tripId === one.tripId),
  }));
  return { calls, trips };
}

/** Names of the actor's municipalities, by name in Latvian order. */
export async function municipalityNames(
  _actor: Actor,
  organisationIds: readonly string[],
): Promise<{ id: string; name: LocalizedText }[]> {
  const rows = await database()
    .select({ id: organisation.id, lv: organisation.name, en: organisation.nameEn })
    .from(organisation)
    .where(inArray(organisation.id, [...organisationIds]))
    .orderBy(sql`${organisation.name} collate "lv-x-icu"`);
  return rows.map(({ id, lv, en }) => ({ id, name: en ? { lv, en } : { lv } }));
}

const isCalled = and(
  sql`${trip.publishedAt} is not null`,
  isNull(trip.cancelledAt),
  isNull(trip.completedAt),
);

const isAhead = (now: Date) =>
  and(
    isCalled,
    sql`(select max(date) from trip_day where trip_id = ${trip.id}) >= ${dateInRiga(now)}`,
  );

const hasPeopleOf = (organisationId: string) =>
  sql`exists (select from registration mine where mine.trip_id = ${trip.id}
    and mine.organisation_id = ${organisationId} and mine.withdrawn_at is null)`;

/** A trip by invitation is open to those who were invited, or take part already. */
const isOpenTo = (organisationId: string, now: Date) =>
  and(
    isCalled,
    lte(trip.registrationOpensAt, now),
    sql`${trip.registrationDeadline} > ${now.toISOString()}`,
    or(
      eq(trip.invitationOnly, false),
      hasPeopleOf(organisationId),
      sql`exists (select from invitation where trip_id = ${trip.id}
        and organisation_id = ${organisationId} and revoked_at is null)`,
    ),
  );

async function tripsWhere(organisationId: string, where: SQL | undefined) {
  return database()
    .select({
      tripId: trip.id,
      slug: trip.slug,
      title: trip.title,
      dates: datesOfTrip,
      registrationDeadline: trip.registrationDeadline,
      asksPeople: sql<boolean>`exists (select from question where trip_id = ${trip.id}
        and asked_of = 'person' and retired_at is null)`,
      asksDelegations: sql<boolean>`exists (select from question where trip_id = ${trip.id}
        and asked_of = 'delegation' and retired_at is null)`,
      namesFrozenAt: tripSeat.namesFrozenAt,
      releaseAt: tripSeat.releaseAt,
      capacity: tripSeat.capacity,
      allTaken: tripSeat.taken,
      guaranteed: sql<number>`coalesce(${quota.guaranteed}, 0)`,
      maximum: quota.maximum,
      taken: sql<number>`coalesce(${quota.taken}, 0)`,
    })
    .from(trip)
    .innerJoin(tripSeat, eq(tripSeat.tripId, trip.id))
    .leftJoin(quota, and(eq(quota.tripId, trip.id), eq(quota.organisationId, organisationId)))
    .where(where)
    .orderBy(sql`(select min(date) from trip_day where trip_id = ${trip.id})`, asc(trip.slug));
}

/** Those sent together stand together, the head first, in the order of the line. */
async function placesAhead(organisationId: string, now: Date) {
  const rows = await database()
    .select({
      registrationId: registration.id,
      tripId: registration.tripId,
      delegationId: registration.delegationId,
      atLeast: delegation.atLeast,
      isHead: registration.isHead,
      givenName: registration.givenName,
      familyName: registration.familyName,
      named: sql<boolean>`${registration.userId} is not null`,
      needsEntered: sql<boolean>`coalesce(${registration.enteredBy} <> ${registration.userId}
        and not exists (select from need_consent where registration_id = ${registration.id}
          and withdrawn_at is null and given_by = ${registration.userId}), false)`,
      answersEntered: sql<boolean>`coalesce(${isAnsweredFor()}, false)`,
      position: registration.position,
      confirmedAt: registration.confirmedAt,
      withdrawnAt: registration.withdrawnAt,
      signOffDueAt: registration.signOffDueAt,
      asksSignOff: sql<boolean>`(${registration.confirmedAt} is null and ${registration.enteredBy} is null
        and ${registration.signedOffAt} is null and ${registration.userId} is not null and needs_sign_off(
          ${registration.tripId}, ${registration.organisationId}, ${registration.userId}))`,
      replacementAskedUntil: registration.replacementAskedUntil,
      proposedUntil: sql<Date | null>`case when ${proposal.id} is not null
        then ${tripSeat.namesFrozenAt} end`.mapWith(tripSeat.namesFrozenAt),
    })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .innerJoin(tripSeat, eq(tripSeat.tripId, registration.tripId))
    .leftJoin(proposal, eq(proposal.registrationId, registration.id))
    .leftJoin(delegation, eq(delegation.id, registration.delegationId))
    .where(
      and(
        eq(registration.organisationId, organisationId),
        isNull(registration.withdrawnAt),
        isAhead(now),
      ),
    )
    .orderBy(
      sql`${delegation.createdAt} nulls last`,
      sql`${registration.isHead} desc`,
      asc(registration.line),
    );
  return rows.map(withState);
}

type Row = Awaited<ReturnType<typeof placesAhead>>[number];

/** Place in line and the reason of this moment for those who wait: the rule is asked anew. */
async function withReasons(organisationId: string, rows: readonly Row[], now: Date) {
  const waiting = rows.filter(({ state }) => state === "waiting");
  const tripIds = [...new Set(waiting.map(({ tripId }) => tripId))];
  const known = await Promise.all(tripIds.map((id) => seatFacts(database(), id)));
  const answers = new Map<string, Pick<Sent, "place" | "reason" | "asked">>();
  for (const facts of known) {
    if (!facts) continue;
    const places = placesInLine(facts);
    for (const unit of facts.waiting.filter((one) => one.organisationId === organisationId)) {
      const reason = presentReason(facts, unit, now);
      for (const id of unit.registrationIds) {
        answers.set(id, { place: places.get(id) ?? null, reason, asked: unit.asked });
      }
    }
  }
  const none = { place: null, reason: null, asked: 0 };
  return rows.map((row): Sent => ({ ...row, ...(answers.get(row.registrationId) ?? none) }));
}
