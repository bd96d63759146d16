import { asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { delegation } from "#db/schema/delegation.ts";
import { bed, roomWish } from "#db/schema/lodging.ts";
import { user } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { proposal, replacement } from "#db/schema/replacement.ts";
import { tripDay } from "#db/schema/trip.ts";
import { answersOf } from "#domain/archive-answer/queries.ts";
import { addressInFile } from "#domain/archive-doer/queries.ts";
import type { PlanNames } from "#domain/archive-plan/queries.ts";
import type { Names } from "#domain/archive-register/queries.ts";
import { archivedWalkIns } from "#domain/archive-walk-in/queries.ts";
import { numbered } from "./rules.ts";
import type { Counts } from "./schema.ts";

/** What there is of people on a trip, in numbers. The caller has seen that the actor may read the trip. */
export async function countsOfTrip(tx: Tx, tripId: string): Promise<Counts> {
  const { rows } = await tx.execute<Counts>(sql`
    select
      count(*) filter (where withdrawn_at is null and seated)::integer as seated,
      count(*) filter (where withdrawn_at is null and not seated)::integer as waiting,
      count(*) filter (where withdrawn_at is not null)::integer as withdrawn,
      (select count(*) from delegation where trip_id = ${tripId})::integer as delegations,
      (select count(*) from attendance join trip_day on trip_day.id = trip_day_id
        where trip_id = ${tripId} and agenda_item_id is null and pickup_id is null)::integer as attendance
    from registration, lateral (select coalesce(confirmed_at, sign_off_due_at) is not null as seated) place
    where trip_id = ${tripId}`);
  return rows[0] as Counts;
}

type Wanted = { names: Names & PlanNames };

/** Everybody of a trip, in the order of the line, with what hangs on them; never needs or consents. */
export async function peopleOfTrip(tx: Tx, tripId: string, { names }: Wanted) {
  const emails = await emailsOf(tx, tripId);
  const sent = await delegationsOf(tx, tripId);
  const rows = await registrationsOf(tx, tripId);
  const delegationNumbers = new Map(sent.map(({ id }, index) => [id, index + 1]));
  const numbers = new Map(rows.map(({ id }, index) => [id, index + 1]));
  const answers = await answersOf(tx, tripId, names);
  const beds = Map.groupBy(await bedsOf(tx, tripId), (one) => one.registrationId);
  const wishes = new Map((await wishesOf(tx, tripId)).map(({ id, ...wish }) => [id, wish]));
  const former = Map.groupBy(await replacementsOf(tx, tripId), (one) => one.registrationId);
  const proposed = new Map((await proposalsOf(tx, tripId)).map(({ id, ...one }) => [id, one]));
  const by = (id: string | null) => (id && emails.get(id)) || null;
  const organisation = (id: string) => names.organisation.get(id) ?? "";
  return {
    delegations: sent.map(({ id, organisationId, sentBy, ...facts }, index) => ({
      number: index + 1,
      organisation: organisation(organisationId),
      sentBy: by(sentBy),
      ...facts,
      answers: answers.get(id) ?? [],
    })),
    registrations: rows.map(({ id, organisationId, delegationId, pickupId, ...facts }, index) => ({
      number: index + 1,
      organisation: organisation(organisationId),
      ...facts,
      delegation: (delegationId && delegationNumbers.get(delegationId)) || null,
      enteredBy: by(facts.enteredBy),
      signedOffBy: by(facts.signedOffBy),
      decidedBy: by(facts.decidedBy),
      withdrawnBy: by(facts.withdrawnBy),
      pickup: (pickupId && names.pickup.get(pickupId)) || null,
      beds: (beds.get(id) ?? []).flatMap(({ roomId }) => names.room.get(roomId) ?? []),
      roomWish: wishes.get(id) ?? null,
      answers: answers.get(id) ?? [],
      replacements: (former.get(id) ?? []).map(({ registrationId: _, ...one }) => one),
      proposal: proposed.get(id) ?? null,
    })),
    attendance: numbered(await marksOf(tx, tripId), numbers, names.pickup),
    walkIns: await archivedWalkIns(tx, tripId, names),
  };
}

/** Addresses of those who did something with the registrations of the trip. */
async function emailsOf(tx: Tx, tripId: string): Promise<Map<string, string>> {
  const doers = await tx
    .select({ id: user.id, email: addressInFile(user) })
    .from(user)
    .where(
      sql`${user.id} in (
        select unnest(array[entered_by, signed_off_by, decided_by, withdrawn_by])
          from registration where trip_id = ${tripId}
        union select sent_by from delegation where trip_id = ${tripId})`,
    );
  return new Map(doers.map(({ id, email }) => [id, email]));
}

async function delegationsOf(tx: Tx, tripId: string) {
  return tx
    .select({
      id: delegation.id,
      organisationId: delegation.organisationId,
      sentBy: delegation.sentBy,
      size: delegation.size,
      atLeast: delegation.atLeast,
      createdAt: delegation.createdAt,
    })
    .from(delegation)
    .where(eq(delegation.tripId, tripId))
    .orderBy(
      sql`(select min(line) from registration where delegation_id = ${delegation.id})`,
      asc(delegation.createdAt),
      asc(delegation.id),
    );
}

async function registrationsOf(tx: Tx, tripId: string) {
  return tx
    .select({
      id: registration.id,
      organisationId: registration.organisationId,
      givenName: registration.givenName,
      familyName: registration.familyName,
      email: registration.email,
      phone: registration.phone,
      institution: registration.institution,
      position: registration.position,
      locale: registration.locale,
      delegationId: registration.delegationId,
      isHead: registration.isHead,
      noPhotos: registration.noPhotos,
      enteredBy: registration.enteredBy,
      waitingReason: registration.waitingReason,
      confirmedAt: registration.confirmedAt,
      signOffDueAt: registration.signOffDueAt,
      signOffLapsedAt: registration.signOffLapsedAt,
      signedOffAt: registration.signedOffAt,
      signedOffBy: registration.signedOffBy,
      decidedBy: registration.decidedBy,
      decisionReason: registration.decisionReason,
      withdrawnAt: registration.withdrawnAt,
      withdrawnBy: registration.withdrawnBy,
      withdrawalReason: registration.withdrawalReason,
      replacementAskedUntil: registration.replacementAskedUntil,
      pickupId: registration.pickupId,
      createdAt: registration.createdAt,
    })
    .from(registration)
    .where(eq(registration.tripId, tripId))
    .orderBy(asc(registration.line));
}

async function bedsOf(tx: Tx, tripId: string) {
  return tx
    .select({ registrationId: bed.registrationId, roomId: bed.roomId })
    .from(bed)
    .innerJoin(registration, eq(registration.id, bed.registrationId))
    .where(eq(registration.tripId, tripId))
    .orderBy(sql`(select first_night from lodging where id = ${bed.lodgingId})`, asc(bed.roomId));
}

async function wishesOf(tx: Tx, tripId: string) {
  return tx
    .select({ id: roomWish.registrationId, kind: roomWish.kind, mate: roomWish.mate })
    .from(roomWish)
    .innerJoin(registration, eq(registration.id, roomWish.registrationId))
    .where(eq(registration.tripId, tripId));
}

const successor = alias(user, "replaced_by_user");

async function replacementsOf(tx: Tx, tripId: string) {
  return tx
    .select({
      registrationId: replacement.registrationId,
      formerEmail: user.email,
      formerName: replacement.formerName,
      successorName: replacement.successorName,
      replacedBy: addressInFile(successor),
      replacedAt: replacement.replacedAt,
    })
    .from(replacement)
    .innerJoin(registration, eq(registration.id, replacement.registrationId))
    .innerJoin(user, eq(user.id, replacement.formerUserId))
    .innerJoin(successor, eq(successor.id, replacement.replacedBy))
    .where(eq(registration.tripId, tripId))
    .orderBy(asc(replacement.replacedAt), asc(replacement.id));
}

async function proposalsOf(tx: Tx, tripId: string) {
  return tx
    .select({
      id: proposal.registrationId,
      givenName: proposal.givenName,
      familyName: proposal.familyName,
      email: proposal.email,
      phone: proposal.phone,
      position: proposal.position,
      proposedBy: addressInFile(user),
      proposedAt: proposal.proposedAt,
    })
    .from(proposal)
    .innerJoin(registration, eq(registration.id, proposal.registrationId))
    .innerJoin(user, eq(user.id, proposal.proposedBy))
    .where(eq(registration.tripId, tripId));
}

async function marksOf(tx: Tx, tripId: string) {
  return tx
    .select({
      id: attendance.id,
      date: tripDay.date,
      registrationId: attendance.registrationId,
      present: attendance.present,
      overrules: attendance.overrules,
      recordedBy: addressInFile(user),
      device: attendance.device,
      deviceNumber: attendance.deviceNumber,
      deviceAt: attendance.deviceAt,
      receivedAt: attendance.receivedAt,
      reason: attendance.reason,
      revoked: attendance.revoked,
      agendaItemId: attendance.agendaItemId,
      pickupId: attendance.pickupId,
      byAttendee: attendance.byAttendee,
    })
    .from(attendance)
    .innerJoin(tripDay, eq(tripDay.id, attendance.tripDayId))
    .innerJoin(user, eq(user.id, attendance.recordedBy))
    .where(eq(tripDay.tripId, tripId))
    .orderBy(asc(attendance.sequence));
}
