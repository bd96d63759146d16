import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { insertRows } from "#db/insert-rows.ts";
import { attendance } from "#db/schema/attendance.ts";
import { delegation } from "#db/schema/delegation.ts";
import { bed, roomWish } from "#db/schema/lodging.ts";
import { user } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { proposal, replacement } from "#db/schema/replacement.ts";
import { quota } from "#db/schema/trip.ts";
import { writeAnswers } from "#domain/archive-answer/commands.ts";
import type { Planned } from "#domain/archive-plan/commands.ts";
import type { Ids } from "#domain/archive-register/commands.ts";
import { writeWalkIns } from "#domain/archive-walk-in/commands.ts";
import { usersOf } from "#domain/member/commands.ts";
import { addressOf } from "#domain/sign-in/rules.ts";
import { checkedIn, overruledIn, travellersIn } from "./rules.ts";
import type { MarkEntry, People, RegistrationEntry } from "./schema.ts";

/** So many people are looked for in one statement. */
const usersAtOnce = 2_000;

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
    for (let first = 0; first < members.length; first += usersAtOnce) {
      const some = members.slice(first, first + usersAtOnce);
      await usersOf(tx, ids.organisation.get(key) ?? "", some);
    }
  }
  const emails = [...new Set((people ? travellersIn(people) : []).map(tidy))].sort();
  await tx.execute(sql`insert into "user" (email)
    select unnest(${sql.param(emails)}::text[]) on conflict (email) do nothing`);
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
  await insertRows(
    tx,
    registration,
    registrations.map(({ one, id }) => row(one, id, target, delegations)),
  );
  await writeLogistics(tx, target, registrations);
  const numbered = registrations.map(({ id }) => id);
  await writeMarks(tx, target, people, numbered);
  const walkedOn = { days: target.planned.day, organisations: ids.organisation };
  await writeWalkIns(tx, { ...walkedOn, doerOf: target.doerOf }, people.walkIns ?? []);
  const asked = { questions: target.planned.questions, doerOf: target.doerOf };
  const filesLeft = await writeAnswers(tx, asked, [
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
  await insertRows(tx, delegation, rows);
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
    noPhotos: one.noPhotos ?? false,
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

type Written = readonly { one: RegistrationEntry; id: string }[];

/** What hangs on the registrations: beds, wishes for rooms, proposals and replacements. */
async function writeLogistics(tx: Tx, { planned, userOf, doerOf }: Target, written: Written) {
  const each = <Row>(rowsOf: (one: RegistrationEntry, registrationId: string) => Row[]) =>
    written.flatMap(({ one, id }) => rowsOf(one, id));
  const beds = each((one, registrationId) =>
    one.beds.map(({ lodging, room }) => {
      const house = planned.lodgings[lodging - 1];
      return { lodgingId: house?.id ?? "", roomId: house?.room.get(room) ?? "", registrationId };
    }),
  );
  await insertRows(tx, bed, beds);
  const wishes = each(({ roomWish: wish }, registrationId) =>
    wish ? [{ ...wish, registrationId }] : [],
  );
  await insertRows(tx, roomWish, wishes);
  const proposals = each(({ proposal: wanted }, registrationId) => {
    if (!wanted) return [];
    const { proposedBy, proposedAt, email, ...person } = wanted;
    const by = { proposedBy: doerOf(proposedBy), proposedAt: new Date(proposedAt) };
    return [{ ...person, ...by, email: tidy(email), registrationId }];
  });
  await insertRows(tx, proposal, proposals);
  const replacements = each(({ replacements: those }, registrationId) =>
    those.map(({ formerEmail, replacedBy, replacedAt, ...names }) => ({
      ...names,
      registrationId,
      formerUserId: userOf(formerEmail),
      replacedBy: doerOf(replacedBy),
      replacedAt: new Date(replacedAt),
    })),
  );
  await insertRows(tx, replacement, replacements);
}

/** Marks keep their ids, so that a device that sends one again changes nothing; unless those are taken here. */
async function writeMarks(
  tx: Tx,
  { planned, doerOf }: Target,
  people: People,
  registrationIds: readonly string[],
): Promise<void> {
  const marks: readonly MarkEntry[] = people.attendance;
  const byAttendee = checkedIn(people);
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
    byAttendee: byAttendee[index] ?? false,
    device: facts.device,
    deviceNumber: facts.deviceNumber ?? null,
    deviceAt: new Date(facts.deviceAt),
    receivedAt: new Date(facts.receivedAt),
  }));
  await insertRows(tx, attendance, rows);
}
