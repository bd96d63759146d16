import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#domain/actor/schema.ts";
import { columnsOf, taken } from "#scripts/checks/archived-columns.ts";
import { enterFreshDatabase } from "#scripts/checks/fresh-database.ts";
import { tablesLeft } from "#scripts/checks/tables-left.ts";
import type { TripArchive } from "./schema.ts";

type Column = { table: string; name: string; type: string; usual: string | null };

const query = async <Row extends Record<string, unknown>>(text: string) => {
  const { database } = await import("#db/client.ts");
  return (await database().execute<Row>(sql.raw(text))).rows;
};

/** Every column that there is in the database itself, and what stands there unless something is said. */
const everyColumn = () =>
  query<Column>(`
    select c.table_name as table, c.column_name as name, c.data_type as type,
      case when column_default !~ '[(]' then column_default end as usual
    from information_schema.columns c
    join information_schema.tables t on t.table_name = c.table_name and t.table_schema = 'public'
    where c.table_schema = 'public' and table_type = 'BASE TABLE'
    order by c.table_name, ordinal_position`);

/** Of a trip: how many rows each table has, and what stands in each column, whatever the order of the rows. */
async function everythingOf(slug: string) {
  const found: Record<string, unknown> = {};
  const columns = await everyColumn();
  for (const [table, fate] of Object.entries(taken)) {
    const { same, refers } = columnsOf(fate);
    const each = same.map((name) => {
      const { type = "" } = columns.find((one) => one.table === table && one.name === name) ?? {};
      // No file of ours, and no page, says a moment more exactly.
      const said = type.startsWith("timestamp") ? `date_trunc('milliseconds', ${name})` : name;
      const sum = `md5(${said}::text)`;
      return `md5(string_agg(coalesce(${sum}, '-'), '' order by ${sum})) as ${name}`;
    });
    const counts = refers.map((name) => `count(${name})::integer as ${name}`);
    const [row] = await query(
      `select count(*)::integer as "rows of ${table}", ${[...each, ...counts].join(", ")}
       from "${table}" where ${ofTheTrip(fate.of, slug)}`,
    );
    found[table] = row;
  }
  return found;
}

const ofTheTrip = (of: string, slug: string) =>
  of.replaceAll(":trip", `(select id from trip where slug = '${slug}')`);

/** Columns of taken tables in which these trips say something else than what stands there unless something is said. */
async function toldColumns(slugs: readonly string[]): Promise<Set<string>> {
  const columns = await everyColumn();
  const told = new Set<string>();
  for (const [table, fate] of Object.entries(taken)) {
    const own = columns.filter((one) => one.table === table);
    const counts = own.map(({ name, usual }) => {
      const says = usual === null ? `${name} is not null` : `${name} is distinct from ${usual}`;
      return `count(*) filter (where ${says})::integer as ${name}`;
    });
    const rows = slugs.map((slug) => `(${ofTheTrip(fate.of, slug)})`).join(" or ");
    const [row = {}] = await query(`select ${counts.join(", ")} from "${table}" where ${rows}`);
    for (const { name } of own) if (Number(row[name]) > 0) told.add(`${table}.${name}`);
  }
  return told;
}

type Trip = { slug: string; file: TripArchive; everything: Record<string, unknown> };

const trips: Trip[] = [];
let told = new Set<string>();

beforeAll(async () => {
  const { seed } = await import("#db/seed/main.ts");
  await seed();
  const { personAt } = await import("#db/seed/people.ts");
  const { demoPeople } = await import("#db/seed/demo-people.ts");
  const { ownTrips } = await import("#domain/organiser/queries.ts");
  const { archiveOfTrip } = await import("./queries.ts");
  const { sayEverything } = await import("#scripts/checks/say-everything.ts");
  const organiser = await personAt(demoPeople[0]?.email ?? "");
  await sayEverything(organiser);
  for (const { slug } of await ownTrips(organiser, new Date())) {
    const file = await archiveOfTrip(organiser, slug, { people: true, sheets: true });
    trips.push({ slug, file: file as TripArchive, everything: await everythingOf(slug) });
  }
  told = await toldColumns(trips.map(({ slug }) => slug));
}, 120_000);

test("of every column in the database it is decided whether it travels, and why not where it does not", async () => {
  const columns = (await everyColumn()).filter(({ table }) => !(table in tablesLeft));
  const decided = Object.entries(taken).flatMap(([table, fate]) => {
    const { same, refers, others } = columnsOf(fate);
    return [...same, ...refers, ...Object.keys(others)].map((name) => `${table}.${name}`);
  });
  expect(decided.sort()).toEqual(columns.map(({ table, name }) => `${table}.${name}`).sort());
  const tables = new Set((await everyColumn()).map(({ table }) => table));
  expect([...Object.keys(taken), ...Object.keys(tablesLeft)].sort()).toEqual([...tables].sort());
  const others = Object.values(taken).flatMap((fate) => Object.values(columnsOf(fate).others));
  const reasons = [...Object.values(tablesLeft), ...others];
  expect(reasons.filter((reason) => reason.length < 8)).toEqual([]);
});

test("the trips that travel say something in every column that does", () => {
  const travelling = Object.entries(taken).flatMap(([table, fate]) => {
    const { same, refers } = columnsOf(fate);
    return [...same, ...refers].map((name) => `${table}.${name}`);
  });
  expect(travelling.filter((column) => !told.has(column))).toEqual([]);
});

test("every column that travels has in the other installation what it had", async () => {
  await enterFreshDatabase();
  const municipalities = await import("#db/seed/municipalities.ts");
  await municipalities.loadMunicipalitiesOf2018();
  await municipalities.loadMunicipalities();
  const { anOrganisation, aPerson } = await import("#scripts/checks/factories.ts");
  const { importTrip } = await import("./commands.ts");
  const organisationId = await anOrganisation();
  const organiser: Actor = await aPerson({ role: "organiser", organisationId });
  for (const { slug, file, everything } of trips) {
    const sent = { organisationId, text: JSON.stringify(file) };
    expect(await importTrip(organiser, sent, new Date())).toMatchObject({ ok: true, slug });
    expect(await everythingOf(slug), slug).toEqual(everything);
  }
});
