import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { inBatches } from "#db/in-batches.ts";
import { attendance } from "#db/schema/attendance.ts";
import { delegation } from "#db/schema/delegation.ts";
import { bed, roomWish } from "#db/schema/lodging.ts";
import { user } from "#db/schema/person.ts";
import { answer } from "#db/schema/question.ts";
import { registration } from "#db/schema/registration.ts";
import { proposal, replacement } from "#db/schema/replacement.ts";
import { quota } from "#db/schema/trip.ts";
import type { Planned } from "#domain/archive-plan/commands.ts";
import type { Ids } from "#domain/archive-register/commands.ts";
import { usersOf } from "#domain/member/commands.ts";
import { addressOf } from "#domain/sign-in/rules.ts";
import { overruledIn, travellersIn } from "./rules.ts";
import type { AnswerEntry, MarkEntry, People, RegistrationEntry } from "./schema.ts";

const moment = (text: string | null) => (text === null ? null : new Date(text));

/**
 * The people of a file by address; made where they are new, as those of a delegation are. Whose account is known keeps
 * it as it is.
 */
export async function findOrMakeUsers(
  tx: Tx,
  ids: Ids,
  people: People | null,
): Promise<(email: string) => string> {
  const named = (people?.registrations ?? []).filter(({ email }) => email !== "");
  for (const [key, those] of Map.groupBy(named, ({ organisation }) => organisation)) {
    const members = those.map(({ givenName, familyName, position, email, phone }) => {
      return { givenName, familyName, position, email, phone };
    });
    await inBatches(members, (some) => usersOf(tx, ids.organisation.get(key) ?? "", some));
  }
  const emails = [...new Set((people ? travellersIn(people) : []).map(tidy))].sort();
  await inBatches(emails, (some) =>
    tx
      .insert(user)
      .values(some.map((email) => ({ email })))
      .onConflictDoNothing({ target: user.email }),
  );
  const known = await tx
    .select({ id: user.id, email: user.email })
    .from(user)
    .where(sql`${user.email} = any(${sql.param(emails)}::text[])`);
  const idOf = new Map(known.map(({ id, email }) => [email, id]));
  return (email) => idOf.get(tidy(email)) as string;
}

const tidy = (email: string) => addressOf(email) ?? email;

type Target = {
  tripId: string;
  ids: Ids;
  planned: Planned;
  /** The account of whoever was or is on the trip. */
  userOf: (email: string) => string;
  /** The stand-in for whoever did something. */
  doerOf: (email: string) => string;
};

/**
 * Writes the people of a file on a new trip, in the order of its line, and tells nobody. The caller counts the
 * seats afterwards. Answers how many files were left out, whose content no file of a trip holds, and the ids of the
 * registrations in the order of their numbers.
 */
export async function writePeople(
  tx: Tx,
  target: Target,
  people: People,
): Promise<{ filesLeft: number; registrationIds: string[] }> {
  const { tripId, ids } = target;
  const organisations = new Set(people.registrations.map(({ organisation }) => organisation));
  const quotas = [...organisations].map((key) => ({
    tripId,
    organisationId: ids.organisation.get(key) ?? "",
  }));
  if (quotas.length) await tx.insert(quota).values(quotas).onConflictDoNothing();
  const delegations = await writeDelegations(tx, target, people);
  const registrations = people.registrations.map((one) => ({ one, id: randomUUID() }));
  await inBatches(registrations, (some) =>
    tx.insert(registration).values(some.map(({ one, id }) => row(one, id, target, delegations))),
  );
  for (const { one, id } of registrations) await writeLogistics(tx, target, one, id);
  const numbered = registrations.map(({ id }) => id);
  await writeMarks(tx, target, people.attendance, numbered);
  const filesLeft = await writeAnswers(tx, target, [
    ...registrations.map(({ one, id }) => ({ answers: one.answers, registrationId: id })),
    ...people.delegations.map(({ answers }, index) => ({
      answers,
      delegationId: delegations[index] ?? "",
    })),
  ]);
  return { filesLeft, registrationIds: numbered };
}

async function writeDelegations(tx: Tx, target: Target, people: People): Promise<string[]> {
  const rows = people.delegations.map(({ organisation, sentBy, size, atLeast, createdAt }) => ({
    id: randomUUID(),
    tripId: target.tripId,
    organisationId: target.ids.organisation.get(organisation) ?? "",
    sentBy: target.doerOf(sentBy),
    size,
    atLeast,
    key: randomUUID(),
    createdAt: new Date(createdAt),
  }));
  await inBatches(rows, (some) => tx.insert(delegation).values(some));
  return rows.map(({ id }) => id);
}

function row(
  one: RegistrationEntry,
  id: string,
  { tripId, ids, planned, userOf, doerOf }: Target,
  delegations: readonly string[],
) {
  const by = (email: string | null) => (email === null ? null : doerOf(email));
  const { pickup } = one;
  return {
    id,
    tripId,
    userId: one.email === "" ? null : userOf(one.email),
    organisationId: ids.organisation.get(one.organisation) ?? "",
    givenName: one.givenName,
    familyName: one.familyName,
    email: one.email === "" ? "" : tidy(one.email),
    phone: one.phone,
    institution: one.institution,
    position: one.position,
    locale: one.locale,
    delegationId: one.delegation === null ? null : (delegations[one.delegation - 1] ?? null),
    isHead: one.isHead,
    enteredBy: by(one.enteredBy),
    waitingReason: one.waitingReason,
    confirmedAt: moment(one.confirmedAt),
    signOffDueAt: moment(one.signOffDueAt),
    signOffLapsedAt: moment(one.signOffLapsedAt),
    signedOffAt: moment(one.signedOffAt),
    signedOffBy: by(one.signedOffBy),
    decidedBy: by(one.decidedBy),
    decisionReason: one.decisionReason,
    withdrawnAt: moment(one.withdrawnAt),
    withdrawnBy: by(one.withdrawnBy),
    withdrawalReason: one.withdrawalReason,
    replacementAskedUntil: moment(one.replacementAskedUntil),
    pickupId: pickup ? pickupIn(planned, pickup) : null,
    createdAt: new Date(one.createdAt),
  };
}

const pickupIn = ({ pickup }: Planned, { vehicle, stop }: { vehicle: string; stop: number }) =>
  pickup.get(vehicle)?.[stop - 1] ?? null;

async function writeLogistics(tx: Tx, target: Target, one: RegistrationEntry, id: string) {
  const { planned, userOf, doerOf } = target;
  for (const { lodging, room } of one.beds) {
    const house = planned.lodgings[lodging - 1];
    const roomId = house?.room.get(room) ?? "";
    await tx.insert(bed).values({ lodgingId: house?.id ?? "", roomId, registrationId: id });
  }
  if (one.roomWish) await tx.insert(roomWish).values({ ...one.roomWish, registrationId: id });
  if (one.proposal) {
    const { proposedBy, proposedAt, email, ...person } = one.proposal;
    await tx.insert(proposal).values({
      ...person,
      email: tidy(email),
      registrationId: id,
      proposedBy: doerOf(proposedBy),
      proposedAt: new Date(proposedAt),
    });
  }
  for (const { formerEmail, replacedBy, replacedAt, ...names } of one.replacements) {
    await tx.insert(replacement).values({
      ...names,
      registrationId: id,
      formerUserId: userOf(formerEmail),
      replacedBy: doerOf(replacedBy),
      replacedAt: new Date(replacedAt),
    });
  }
}

/** Marks keep their ids, so that a device that sends one again changes nothing; unless those are taken here. */
async function writeMarks(
  tx: Tx,
  { planned, doerOf }: Target,
  marks: readonly MarkEntry[],
  registrationIds: readonly string[],
): Promise<void> {
  const own = marks.map(({ id }) => id);
  const taken = await tx.$count(attendance, sql`${attendance.id} = any(${sql.param(own)}::uuid[])`);
  const ids = taken ? own.map(() => randomUUID()) : own;
  const overruled = overruledIn(marks);
  const rows = marks.map(({ date, registration: number, recordedBy, ...facts }, index) => ({
    id: ids[index] ?? "",
    tripDayId: planned.day.get(date) ?? "",
    registrationId: registrationIds[number - 1] ?? "",
    recordedBy: doerOf(recordedBy),
    present: facts.present,
    overrules: (overruled[index] ?? []).flatMap((place) => ids[place - 1] ?? []),
    agendaItemId: facts.item === undefined ? null : planned.itemIn(facts.item),
    pickupId: facts.stop ? pickupIn(planned, facts.stop) : (facts.goneStop ?? null),
    reason: facts.reason ?? null,
    revoked: facts.revoked ?? false,
    device: facts.device,
    deviceNumber: facts.deviceNumber ?? null,
    deviceAt: new Date(facts.deviceAt),
    receivedAt: new Date(facts.receivedAt),
  }));
  await inBatches(rows, (some) => tx.insert(attendance).values(some));
}

type Answered = { answers: readonly AnswerEntry[]; registrationId?: string; delegationId?: string };

/** Answers how many were files. */
async function writeAnswers(tx: Tx, { planned, doerOf }: Target, all: readonly Answered[]) {
  const rows = all.flatMap(({ answers, ...of }) =>
    answers
      .filter(({ file }) => file === null)
      .map(({ question, value, answeredBy, answeredAt }) => ({
        ...of,
        questionId: planned.questions[question - 1] ?? "",
        value,
        answeredBy: doerOf(answeredBy),
        answeredAt: new Date(answeredAt),
      })),
  );
  await inBatches(rows, (some) => tx.insert(answer).values(some));
  return all.reduce((sum, { answers }) => sum + answers.length, 0) - rows.length;
}
