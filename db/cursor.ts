import { type SQL, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";

/** A query for rows, and one that counts them beforehand. */
export type Reading = { count: SQL; rows: SQL };

const rowsAtOnce = 500;

/**
 * Rows of one moment, some hundred at a time, so that memory does not grow with their number. `begin` hears how
 * many there are and ends before the first is read. The transaction ends with the reader, also with one who
 * leaves early, and after a minute with one who neither reads on nor leaves.
 */
export async function* readInBatches<Row>(
  { count, rows }: Reading,
  begin: (rows: number) => Promise<void>,
): AsyncGenerator<Row[], void, undefined> {
  const client = await readers().connect();
  let isOurs = true;
  const giveBack = (failure?: Error) => {
    if (isOurs) client.release(failure);
    isOurs = false;
  };
  // It may end while nobody reads on: whoever waits for a connection is given another one at once.
  client.on("error", giveBack);
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query("set local idle_in_transaction_session_timeout = '60s'");
    // A step that takes longer goes on for nobody: whoever waited for it has left.
    await client.query("set local statement_timeout = '60s'");
    // All rows are wanted, not the first of them soon.
    await client.query("set local cursor_tuple_fraction = 1");
    const tx = drizzle({ client });
    const counted = await tx.execute<{ count: string }>(count);
    await begin(Number(counted.rows[0]?.count));
    await tx.execute(sql`declare reading no scroll cursor for ${rows}`);
    while (true) {
      const batch = await client.query(`fetch ${rowsAtOnce} from reading`);
      if (batch.rows.length > 0) yield batch.rows as Row[];
      if (batch.rows.length < rowsAtOnce) break;
    }
  } finally {
    await client.query("rollback").catch(giveBack);
    client.off("error", giveBack);
    giveBack();
  }
}

let pool: pg.Pool | undefined;

/** A pool of their own: somebody who downloads slowly keeps no connection that a page waits for. */
function readers(): pg.Pool {
  if (!pool) {
    pool = new pg.Pool({
      connectionString: env().DATABASE_URL,
      max: 4,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 1_000,
      allowExitOnIdle: true,
      application_name: "pieredze-reader",
    });
    pool.on("error", (error) => log.error({ error }, "an idle connection failed"));
  }
  return pool;
}
