import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { verify } from "#domain/invariant/queries.ts";
import { seed } from "./main.ts";
import { openLeadership } from "./source.ts";
import { latvianQuotes } from "./translations.ts";

beforeAll(() => seed());

const rows = async <Row extends Record<string, unknown>>(statement: string) =>
  (await database().execute<Row>(sql.raw(statement))).rows;

test("both trips of June 2018 are there as they were, completed, with their project", async () => {
  const trips = await rows(
    `select slug, project.number, organisation.name as organiser, times_illustrative,
       array(select date::text from trip_day where trip_id = trip.id order by 1) as days
     from trip join project on project.id = project_id
     join organisation on organisation.id = trip.organisation_id
     where completed_at is not null order by slug`,
  );
  const common = {
    number: "LLI-59",
    organiser: openLeadership.organiser,
    times_illustrative: true,
  };
  expect(trips).toEqual(
    openLeadership.trips.map(({ days }) => ({
      slug: `open-leadership-${days[0]}`,
      days,
      ...common,
    })),
  );
});

test("each visits the ten hosts, where all seventeen speakers speak in their roles", async () => {
  for (const { days } of openLeadership.trips) {
    const visits = await rows<{ host: string; topic: string; speakers: string[] }>(
      `select organisation.name as host, agenda_item.title->>'lv' as topic,
         array(select given_name || ' ' || family_name || ', ' || (role->>'lv')
           from agenda_item_speaker join speaker on speaker.id = speaker_id
           where agenda_item_id = agenda_item.id order by position) as speakers
       from agenda_item join organisation on organisation.id = host_id
       join trip_day on trip_day.id = trip_day_id join trip on trip.id = trip_id
       where slug = 'open-leadership-${days[0]}'`,
    );
    const expected = openLeadership.hosts.map(({ name, topic_lv, speakers }) => ({
      host: latvianQuotes(name),
      topic: latvianQuotes(topic_lv),
      speakers: speakers.map((one) => `${one.name}, ${latvianQuotes(one.role_lv)}`),
    }));
    const byHost = (a: { host: string }, b: { host: string }) => (a.host < b.host ? -1 : 1);
    expect(visits.sort(byHost)).toEqual(expected.sort(byHost));
    expect(visits.flatMap(({ speakers }) => speakers)).toHaveLength(17);
  }
});

test("the eight municipalities keep their names of then, and it is said what became of them", async () => {
  const former = await rows<{ name: string; successors: string[] }>(
    `select distinct organisation.name, array(select successor.name from organisation_successor
       join organisation successor on successor.id = successor_id
       where organisation_id = organisation.id order by 1) as successors
     from organisation join registration on registration.organisation_id = organisation.id
     join trip on trip.id = trip_id
     where completed_at is not null and valid_to = '2021-06-30'`,
  );
  const named = former.map(({ name }) => name).sort();
  expect(named).toEqual([...openLeadership.participating_municipalities].sort());
  expect(former.every(({ successors }) => successors.length > 0)).toBe(true);
  expect(former).toContainEqual({
    name: "Aglonas novads",
    successors: ["Krāslavas novads", "Preiļu novads"],
  });
});

test("three trips are open: with free seats, nearly full, and full with people waiting", async () => {
  const open = await rows(
    `select slug, capacity, taken, held, waiting from trip join trip_seat on trip_id = trip.id
     where completed_at is null and registration_deadline > now() order by slug`,
  );
  expect(open).toEqual([
    { slug: "jauniesi-un-kultura-liepaja", capacity: 24, taken: 15, held: 6, waiting: 0 },
    { slug: "mobilitate-saulos", capacity: 16, taken: 16, held: 0, waiting: 5 },
    { slug: "vieda-pilseta-jelgava", capacity: 33, taken: 22, held: 0, waiting: 0 },
  ]);
});

test("a coordinator of a municipality has sent a delegation, one place of it without a name", async () => {
  const sent = await rows(
    `select organisation.name, size, email,
       array(select coalesce(nullif(family_name, ''), '–') from registration
         where delegation_id = delegation.id order by line) as people
     from delegation join organisation on organisation.id = organisation_id
     join membership on membership.organisation_id = delegation.organisation_id and role = 'coordinator'
     join "user" on "user".id = membership.user_id and "user".id = sent_by`,
  );
  expect(sent).toEqual([
    {
      name: "Krāslavas novads",
      size: 3,
      email: "koordinatore@kraslavas-novads.example",
      people: ["Kalniņa", "Ozols", "–"],
    },
  ]);
});

test("nothing in it breaks a rule of the seats", async () => {
  const { broken } = await verify();
  expect(broken).toEqual([]);
});

test("nobody invented is written to", async () => {
  expect(await rows("select id from message where sent_at is null or queued_at is null")).toEqual(
    [],
  );
});

test("loading it again changes nothing", async () => {
  const before = await everything();
  await seed();
  expect(await everything()).toEqual(before);
});

/** Every row of every table, as a hash per table. */
async function everything(): Promise<Record<string, string>> {
  const tables = await rows<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const hashes: Record<string, string> = {};
  for (const { name } of tables) {
    const [found] = await rows<{ hash: string }>(
      `select coalesce(md5(string_agg(one::text, '' order by one::text)), '') as hash from "${name}" as one`,
    );
    hashes[name] = found?.hash ?? "";
  }
  return hashes;
}

test("the trip to Liepāja has a bus with stops, a hotel with sleepers, and a second version that says what changed", async () => {
  const [found] = await rows(
    `select (select count(*)::integer from pickup where trip_id = trip.id) as stops,
       (select count(*)::integer from registration where trip_id = trip.id and pickup_id is not null) as aboard,
       (select count(*)::integer from bed join lodging on lodging.id = lodging_id where trip_id = trip.id) as asleep,
       (select max(number) from itinerary_version where trip_id = trip.id) as version
     from trip where slug = 'jauniesi-un-kultura-liepaja'`,
  );
  expect(found).toEqual({ stops: 3, aboard: 12, asleep: 12, version: 2 });
});
