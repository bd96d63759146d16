import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database, pool } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { membership, session } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { actorsOfSessions } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { recordAttendance } from "#domain/attendance/commands.ts";
import { publishTrip } from "#domain/trip-state/commands.ts";
import { removeWalkIn } from "#domain/walk-in/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import { env } from "#lib/env.ts";
import { sessionHash } from "#lib/keys.ts";
import {
  anOrganisation,
  aPerson,
  aPlace,
  aRegistration,
  aTrip,
  strangersTo,
  tripFacts,
} from "#scripts/checks/factories.ts";
import { beginSessions } from "#scripts/checks/sessions.ts";
import { aWalkIn } from "#scripts/checks/sheets.ts";
import { boardTrip, nextBoard, tripBoard } from "./queries.ts";

const published = momentInRiga("2026-05-10", "12:00");
const onTheWay = momentInRiga("2026-06-12", "10:00");
const longAfter = momentInRiga("2026-07-12", "10:00");

let organisationId: string;
let organiser: PersonActor;
let crew: PersonActor;
let slug: string;
let tripId: string;

beforeAll(async () => {
  organisationId = await anOrganisation("municipality");
  organiser = await aPerson({ role: "organiser", organisationId });
  crew = await aPerson({ role: "crew", organisationId });
});

beforeEach(async () => {
  const facts = tripFacts({ organisationId, placeId: await aPlace() });
  ({ slug, tripId } = await aTrip(organiser, facts));
  await publishTrip(organiser, { tripId }, published);
});

const confirmed = (changes: Partial<typeof registration.$inferInsert> = {}) =>
  aRegistration({ tripId, organisationId, confirmedAt: published, ...changes });

const mark = (registrationId: string, present: boolean, date = "2026-06-12") =>
  recordAttendance(
    organiser,
    {
      id: randomUUID(),
      tripId,
      registrationId,
      date,
      present,
      device: "phone",
      deviceAt: onTheWay,
    },
    onTheWay,
  );

describe("a board", () => {
  it("counts by day and organisation, and names who is missing by surname", async () => {
    const other = await anOrganisation("municipality");
    const anna = await confirmed({ givenName: "Anna", familyName: "Zīle" });
    const ilze = await confirmed({ givenName: "Ilze", familyName: "Āboliņa" });
    await confirmed({ givenName: "Rūta", familyName: "Čakste", organisationId: other });
    await confirmed({ confirmedAt: null });
    await confirmed({ withdrawnAt: published });
    await mark(anna, false);
    await mark(ilze, false);
    await mark(ilze, true, "2026-06-13");
    const own = await tripBoard(organiser, slug, onTheWay);
    const [first, second] = own?.board.days ?? [];
    expect(first).toMatchObject({
      date: "2026-06-12",
      expected: 3,
      present: 0,
      absent: 2,
      unmarked: 1,
    });
    expect(second).toMatchObject({
      date: "2026-06-13",
      expected: 3,
      present: 1,
      absent: 0,
      unmarked: 2,
    });
    expect(
      first?.rows.map(({ absentNames, unmarkedNames }) => [absentNames, unmarkedNames]),
    ).toEqual(
      expect.arrayContaining([
        [["Ilze Āboliņa", "Anna Zīle"], []],
        [[], ["Rūta Čakste"]],
      ]),
    );
    expect(first?.rows).toHaveLength(2);
    expect(own?.board.readAt).toBe(onTheWay.toISOString());
  });

  it("is found by its crew while the trip runs, and by no stranger", async () => {
    expect(await boardTrip(crew, slug, onTheWay)).toBe(tripId);
    expect((await tripBoard(crew, slug, onTheWay))?.tripId).toBe(tripId);
    for (const stranger of await strangersTo(organisationId)) {
      expect(await tripBoard(stranger, slug, longAfter)).toBeNull();
      expect(await boardTrip(stranger, slug, longAfter)).toBeNull();
    }
  });

  it("is kept in the audit once for each opening, and once where it is followed without", async () => {
    const readings = () => database().$count(auditEntry, eq(auditEntry.tripId, tripId));
    const before = await readings();
    await boardTrip(crew, slug, onTheWay);
    await boardTrip(crew, slug, onTheWay);
    expect(await readings()).toBe(before + 1);
    await tripBoard(organiser, slug, onTheWay);
    await boardTrip(organiser, slug, onTheWay);
    await nextBoard([organiser, crew], tripId, onTheWay);
    expect(await readings()).toBe(before + 2);
    await tripBoard(organiser, slug, onTheWay);
    expect(await readings()).toBe(before + 3);
  });

  it("read anew is for those who still may", async () => {
    const next = await nextBoard([organiser, crew], tripId, longAfter);
    expect(next?.readers).toEqual([organiser]);
    expect(next?.board).toEqual((await tripBoard(organiser, slug, longAfter))?.board);
  });
});

describe("the people behind sessions", () => {
  it("have the roles of this moment, and are gone with their session", async () => {
    const leaving = await aPerson({ role: "crew", organisationId });
    const tokens = await beginSessions([organiser.userId, organiser.userId, leaving.userId]);
    const hashes = tokens.map(sessionHash);
    const roles = async () => {
      const actors = await actorsOfSessions(hashes, new Date());
      return hashes.map((hash) => actors.get(hash)?.memberships.map(({ role }) => role) ?? null);
    };
    expect(await roles()).toEqual([["organiser"], ["organiser"], ["crew"]]);
    await database().delete(membership).where(eq(membership.userId, leaving.userId));
    await database()
      .delete(session)
      .where(eq(session.sessionToken, hashes[0] ?? ""));
    expect(await roles()).toEqual([null, ["organiser"], []]);
    expect(await actorsOfSessions([], new Date())).toEqual(new Map());
  });
});

describe("whoever has a board open is told", () => {
  const heard: string[] = [];
  let ear: pg.Client;

  /** Notifications come in the order of commits: once this one is here, all before it are. */
  async function everythingSoFar(): Promise<string[]> {
    await pool().query("select pg_notify('attendance', 'heard?')");
    while (heard.at(-1) !== "heard?") await ear.query("select 1");
    return heard.splice(0).slice(0, -1);
  }

  beforeAll(async () => {
    ear = new pg.Client({ connectionString: env().DATABASE_URL });
    ear.on("notification", ({ payload }) => heard.push(payload ?? ""));
    await ear.connect();
    await ear.query("listen attendance");
  });
  beforeEach(everythingSoFar);
  afterAll(() => ear.end());

  it("of a mark, and not of the same mark sent again", async () => {
    const anna = await confirmed();
    expect(await everythingSoFar()).toEqual([tripId]);
    const id = randomUUID();
    const device = { device: "phone", deviceAt: onTheWay };
    const same = { id, tripId, registrationId: anna, date: "2026-06-12", present: true, ...device };
    await recordAttendance(organiser, same, onTheWay);
    expect(await everythingSoFar()).toEqual([tripId]);
    await recordAttendance(organiser, same, onTheWay);
    expect(await everythingSoFar()).toEqual([]);
  });

  it("of somebody who came along, and of who did not after all", async () => {
    const day = { tripId, date: "2026-06-12" };
    const walkInId = await aWalkIn(organiser, day);
    expect(await everythingSoFar()).toEqual([tripId]);
    const removal = { ...day, id: randomUUID(), walkInId, reason: "Ir sarakstā." };
    await removeWalkIn(organiser, removal, onTheWay);
    expect(await everythingSoFar()).toEqual([tripId]);
  });

  it("at the commit and once for each trip; after a rollback nobody is", async () => {
    const anna = await confirmed();
    const inOneGo = `insert into attendance (id, trip_day_id, registration_id, present, recorded_by, device, device_at)
      select gen_random_uuid(), id, '${anna}', true, '${organiser.userId}', 'phone', now()
      from trip_day, generate_series(1, 100) where trip_id = '${tripId}'`;
    await everythingSoFar();
    const client = await pool().connect();
    for (const end of ["rollback", "commit"]) {
      await client.query("begin");
      await client.query(inOneGo);
      await client.query(inOneGo);
      expect(await everythingSoFar()).toEqual([]);
      await client.query(end);
      expect(await everythingSoFar()).toEqual(end === "commit" ? [tripId] : []);
    }
    client.release();
  });

  it.each([
    ["is confirmed", { confirmedAt: published }],
    ["withdraws", { withdrawnAt: published }],
    ["is named otherwise", { familyName: "Ozola" }],
  ])("when somebody %s", async (_what, change) => {
    const anna = await confirmed("confirmedAt" in change ? { confirmedAt: null } : {});
    await everythingSoFar();
    await database().update(registration).set(change).where(eq(registration.id, anna));
    expect(await everythingSoFar()).toEqual([tripId]);
  });

  it("when a day is added, and not of what a board does not show", async () => {
    const anna = await confirmed();
    await everythingSoFar();
    await database().update(registration).set({ phone: "1" }).where(eq(registration.id, anna));
    await confirmed({ confirmedAt: null });
    expect(await everythingSoFar()).toEqual([]);
    await pool().query("insert into trip_day (trip_id, date) values ($1, '2026-06-14')", [tripId]);
    expect(await everythingSoFar()).toEqual([tripId]);
  });
});
