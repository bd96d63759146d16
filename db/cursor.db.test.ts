import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { database } from "./client.ts";
import { readInBatches } from "./cursor.ts";

const numbers = (last: number) => ({
  count: sql`select ${last}::bigint as count`,
  rows: sql`select number from generate_series(1, ${last}) as number`,
});

const nothing = async () => undefined;

it("reads every row once, in order, and says beforehand how many there are", async () => {
  for (const last of [0, 1, 499, 500, 501, 1_234]) {
    const said: number[] = [];
    const batches = readInBatches<{ number: number }>(numbers(last), async (rows) => {
      said.push(rows);
    });
    const read = (await Array.fromAsync(batches)).flat().map(({ number }) => number);
    expect(read).toEqual(Array.from({ length: last }, (_, at) => at + 1));
    expect(said).toEqual([last]);
  }
});

it("reads nothing when it may not begin, and keeps no transaction", async () => {
  const refuse = async () => {
    throw new Error("Not recorded");
  };
  await expect(readInBatches(numbers(10), refuse).next()).rejects.toThrow("Not recorded");
  expect(await ended("xact_start is not null")).toBe(0);
});

it("tells a reader whose connection ended, and gives the others new ones", async () => {
  const readers = Array.from({ length: 4 }, () => readInBatches(numbers(2_000), nothing));
  for (const reader of readers) await reader.next();
  expect(await ended("xact_start is not null")).toBe(4);
  // Nobody reads on and nobody leaves, and yet there is a connection for the next.
  const next = await Array.fromAsync(readInBatches(numbers(2_000), nothing));
  expect(next.flat()).toHaveLength(2_000);
  for (const reader of readers) await expect(reader.next()).rejects.toThrow();
});

/** Ends the readers' connections in a state; answers how many there were. */
async function ended(state: string): Promise<number> {
  const { rows } = await database().execute<{ count: number }>(sql`
    select count(pg_terminate_backend(pid))::integer as count from pg_stat_activity
    where datname = current_database() and application_name = 'pieredze-reader' and ${sql.raw(state)}`);
  return rows[0]?.count ?? 0;
}
