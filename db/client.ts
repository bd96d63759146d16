import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";

const globals = globalThis as { pieredzePool?: pg.Pool };

/** The process's connections: one pool, also across reloads of modules in development. */
export function pool(): pg.Pool {
  globals.pieredzePool ??= connections();
  return globals.pieredzePool;
}

function connections(): pg.Pool {
  const made = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 10,
    connectionTimeoutMillis: 5_000,
    application_name: "pieredze",
  });
  // Of an idle connection and of one in use, whose work hears of it as well: the process goes on.
  made.on("connect", (client) => {
    client.on("error", ({ message }) => {
      if (!made.ending) log.error({ reason: message }, "a connection failed");
    });
  });
  made.on("error", () => {});
  return made;
}

let client: ReturnType<typeof connect> | undefined;

const connect = () => drizzle({ client: pool() });

/** The database, connected at the first query. */
export function database() {
  client ??= connect();
  return client;
}

export type Database = ReturnType<typeof connect>;

/** A transaction, or the database itself where one statement is enough. */
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0] | Database;
