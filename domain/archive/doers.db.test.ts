import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { user } from "#db/schema/person.ts";
import { message, registration } from "#db/schema/registration.ts";
import { tripSeat } from "#db/schema/trip.ts";
import { actorOf, systemActor } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { saveAnswers } from "#domain/answer/commands.ts";
import { answerCase } from "#domain/answer/queries.ts";
import { marksOfPerson } from "#domain/correction/queries.ts";
import { sendDelegation } from "#domain/delegation/commands.ts";
import { walkLine } from "#domain/line/commands.ts";
import { isShutOut } from "#domain/session/queries.ts";
import { sheetOfDay } from "#domain/sheet/queries.ts";
import { momentInRiga } from "#lib/dates.ts";
import { anAskedTrip } from "#scripts/checks/asked-trip.ts";
import { aDayOfTrip, type DayOfTrip } from "#scripts/checks/day-of-trip.ts";
import { addEvidence } from "#scripts/checks/evidence.ts";
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { anAdmin } from "#scripts/checks/strangers.ts";
import { importTrip } from "./commands.ts";
import { archiveOfTrip } from "./queries.ts";
import type { TripArchive } from "./schema.ts";

let made: DayOfTrip;
let importer: PersonActor;
let admin: PersonActor;

beforeEach(async () => {
  made = await aDayOfTrip();
  for (const name of ["Bērziņa", "Ozola"]) await made.mark(await made.somebody(name));
  await addEvidence(made.organiser, made.slug, momentInRiga("2026-06-14", "09:00"));
  const organisationId = await anOrganisation();
  importer = await aPerson({ role: "organiser", organisationId });
  admin = await anAdmin();
});

async function imports(file: TripArchive) {
  const [{ organisationId } = { organisationId: null }] = importer.memberships;
  const text = JSON.stringify(file);
  const into = { organisationId: organisationId ?? "", text };
  const outcome = await importTrip(importer, into, new Date());
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome;
}

const exported = async (slug = made.slug, organiser = made.organiser) =>
  (await archiveOfTrip(organiser, slug, { people: true, sheets: true })) as TripArchive;

/** The file, with one address wherever somebody did something. */
function blaming(file: TripArchive, email: string): TripArchive {
  const people = new Set(file.people?.registrations.map((one) => one.email));
  const blamed = JSON.stringify(file, (key, value: unknown) =>
    typeof value === "string" &&
    /^[^ ]+@[^ ]+$/.test(value) &&
    !people.has(value) &&
    key !== "email"
      ? email
      : value,
  );
  return JSON.parse(blamed) as TripArchive;
}

/** In how many rows each column of the database names an account. */
async function rowsNaming(userId: string): Promise<Record<string, number>> {
  const { rows } = await database().execute<{ of: string; column: string }>(sql`
    select conrelid::regclass::text as of, attname as column from pg_constraint
    join pg_attribute on attrelid = conrelid and attnum = any(conkey)
    where confrelid = '"user"'::regclass and contype = 'f'
    union all select 'audit_entry', 'actor_id'`);
  const counts: Record<string, number> = {};
  for (const { of, column } of rows) {
    const counted = await database().execute<{ count: string }>(
      sql`select count(*) from ${sql.raw(of)} where ${sql.raw(`"${column}"`)} = ${userId}`,
    );
    counts[`${of}.${column}`] = Number(counted.rows[0]?.count);
  }
  return counts;
}

test("a file that names an administrator as the doer of everything gives that account no deed", async () => {
  const file = blaming(await exported(), admin.email);
  expect(JSON.stringify(file).split(admin.email).length).toBeGreaterThan(10);
  const before = await rowsNaming(admin.userId);
  const { slug, tripId } = await imports(file);
  expect(await rowsNaming(admin.userId)).toEqual(before);
  const { rows } = await database().execute(
    sql`select distinct actor_id from audit_entry where trip_id = ${tripId}`,
  );
  expect(rows).toEqual([{ actor_id: importer.userId }]);

  const fromFile = `${admin.email} (trip-${made.slug}.json)`;
  const day = await sheetOfDay(importer, slug, made.day.date);
  expect(day?.sheets.map(({ byName }) => byName)).toEqual([fromFile, fromFile]);
  expect(new Set(day?.history.map(({ byName }) => byName))).toEqual(new Set([fromFile]));
  const [person] = day?.people ?? [];
  const marks = await marksOfPerson(importer, slug, person?.registrationId ?? "");
  const names = marks?.flatMap((one) => one.marks.map(({ byName }) => byName));
  expect(new Set(names)).toEqual(new Set([fromFile]));
});

test("whoever stands for a doer signs in nowhere, and the next file has the first address again", async () => {
  const file = blaming(await exported(), admin.email);
  const { slug } = await imports(file);
  const standIns = await database()
    .select({ id: user.id, email: user.email, disabledAt: user.disabledAt })
    .from(user)
    .where(eq(user.importedAs, admin.email));
  expect(standIns).toHaveLength(1);
  const [standIn] = standIns as [(typeof standIns)[number]];
  expect(await actorOf(standIn.id)).toBe(null);
  expect(await isShutOut(importer, standIn.email)).toBe(true);
  const back = await exported(slug, importer);
  expect(back.evidence?.locks).toEqual(file.evidence?.locks);
  expect(back.people?.attendance.map(({ recordedBy }) => recordedBy)).toEqual(
    file.people?.attendance.map(({ recordedBy }) => recordedBy),
  );
  await expect(
    database().update(user).set({ disabledAt: null }).where(eq(user.id, standIn.id)),
  ).rejects.toMatchObject({ cause: { constraint: "user_imported_signs_in_nowhere" } });
});

test("two who marked with one phone elsewhere are two here as well", async () => {
  const file = await exported();
  const marks = file.people?.attendance ?? [];
  for (const [index, mark] of marks.entries()) mark.recordedBy = `hand${index % 2}@example.lv`;
  const { slug } = await imports(file);
  const back = await exported(slug, importer);
  expect(back.people?.attendance.map(({ recordedBy }) => recordedBy)).toEqual(
    marks.map(({ recordedBy }) => recordedBy),
  );
});

test("what a person answered elsewhere is read by no coordinator who entered that person", async () => {
  const now = new Date();
  const { trip, municipality, coordinator, person, registrationId, asks } = await anAskedTrip(now);
  const typed = { [await asks({})]: ["Mācīties"] };
  await saveAnswers(person, { registrationId, typed, files: {}, removed: [] }, now);
  const file = await exported(trip.slug, trip.organiser);
  for (const one of file.people?.registrations ?? []) one.enteredBy = coordinator.email;
  const { tripId } = await imports(file);
  const [brought] = await database()
    .select({ registrationId: registration.id, organisationId: registration.organisationId })
    .from(registration)
    .where(and(eq(registration.tripId, tripId), eq(registration.email, person.email)));
  expect(brought?.organisationId).toBe(municipality);
  const of = { registrationId: brought?.registrationId ?? "" };
  expect(await answerCase(coordinator, of)).toBe(null);
  const own = Object.values((await answerCase(person, of))?.answers ?? {});
  expect(own.map(({ value }) => value)).toEqual(["Mācīties"]);
});

test("when a delegation from a file gets its seats, the coordinators of its municipality are told", async () => {
  const now = new Date();
  const trip = await anOpenTrip({ capacity: 1 });
  const organisationId = await anOrganisation("municipality");
  const coordinator = await aPerson({ role: "coordinator", organisationId });
  const sent = await sendDelegation(
    coordinator,
    {
      ...{ tripSlug: trip.slug, organisationId, members: [], head: null, unnamed: 2, atLeast: 2 },
      ...{ key: randomUUID(), locale: "lv" as const },
    },
    now,
  );
  expect(sent).toMatchObject({ ok: true });
  const { tripId } = await imports(await exported(trip.slug, trip.organiser));
  await database().update(tripSeat).set({ capacity: 5 }).where(eq(tripSeat.tripId, tripId));
  await database().transaction((tx) => walkLine(tx, systemActor, tripId, now));
  const told = await database()
    .select({ kind: message.kind, recipient: message.recipient })
    .from(message)
    .where(eq(message.tripId, tripId));
  expect(told).toEqual([{ kind: "delegationSeated", recipient: coordinator.email }]);
});
