import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { pool } from "./client.ts";

const heard: string[] = [];
let ear: pg.Client;

/** Notifications come in the order of commits: once this one is here, all before it are. */
async function everythingSoFar(): Promise<string[]> {
  await pool().query("select pg_notify('facts', 'heard?')");
  while (heard.at(-1) !== "heard?") await ear.query("select 1");
  return heard.splice(0).slice(0, -1);
}

beforeAll(async () => {
  ear = new pg.Client({ connectionString: env().DATABASE_URL });
  ear.on("notification", ({ payload }) => heard.push(payload ?? ""));
  await ear.connect();
  await ear.query("listen facts");
  await pool().query(`
    insert into organisation (kind, name, country) values ('planning_region', 'Zemgale', 'LV');
    insert into place (name, region, country, latitude, longitude)
      values ('Jelgava', 'Zemgale', 'LV', 56.65, 23.71);
    insert into "user" (email) values ('organiser@example.test');
    insert into trip (slug, organisation_id, title, aim, registration_opens_at, registration_deadline)
      select 'lielupe', id, '{"lv":"Lielupe"}', '{"lv":"Mācīties"}', now(), now() + interval '1 day'
      from organisation`);
});

beforeEach(everythingSoFar);

afterAll(() => ear.end());

const ofTheTrip = [
  [
    "a seat",
    "insert into trip_seat (trip_id, capacity, promotion_ends_at, names_frozen_at) select id, 30, now(), now() from trip",
  ],
  ["the number of seats taken", "update trip_seat set taken = 1"],
  ["a day", "insert into trip_day (trip_id, date) select id, '2026-12-01' from trip"],
  [
    "the route",
    "insert into trip_place (trip_id, position, place_id, kind) select trip.id, 1, place.id, 'visit' from trip, place",
  ],
  ["a quota", "insert into quota (trip_id, organisation_id) select id, organisation_id from trip"],
  ["the end of a quota", "delete from quota"],
  [
    "a published itinerary",
    `insert into itinerary_version (trip_id, number, note, facts, published_by)
       select trip.id, 1, 'Pirmā', '{}', "user".id from trip, "user"`,
  ],
  ["the trip's own facts", "update trip set published_at = now()"],
] as const;

test.each(ofTheTrip)(
  "%s changes the trip's page and the lists of trips",
  async (_name, statement) => {
    await pool().query(statement);
    expect(await everythingSoFar()).toEqual(["trips trip:lielupe"]);
  },
);

test("a trip that gets another address changes the page at the old one too", async () => {
  await pool().query("update trip set slug = 'musa'");
  expect(await everythingSoFar()).toEqual(["trips trip:lielupe", "trips trip:musa"]);
  await pool().query("update trip set slug = 'lielupe'");
});

const ofEveryPage = ["organisation", "organisation_successor", "place", "project", "speaker"];

test.each(ofEveryPage)("%s stands on many pages, so all are told", async (table) => {
  await pool().query(`delete from ${table} where false`);
  expect(await everythingSoFar()).toEqual(["*"]);
});

test("nothing is told before the commit, and nothing after a rollback", async () => {
  const client = await pool().connect();
  await client.query("begin");
  await client.query("update trip_seat set taken = taken + 1");
  expect(await everythingSoFar()).toEqual([]);
  await client.query("rollback");
  client.release();
  expect(await everythingSoFar()).toEqual([]);
});

test("many rows changed in one transaction are told once", async () => {
  await pool().query(
    "begin; update trip_seat set taken = 2; update trip_seat set taken = 3; commit",
  );
  expect(await everythingSoFar()).toEqual(["trips trip:lielupe"]);
});

test("what no public page shows tells nobody", async () => {
  await pool().query(`update "user" set phone = '+371 20000000'`);
  expect(await everythingSoFar()).toEqual([]);
});
