import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runDrizzle } from "drizzle-orm/node-postgres/migrator";
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import { Refusal } from "../refusal.ts";

/** Any number, as long as every migration takes the same: two at once go one after the other. */
const lockNumber = 20_180_612;

const quiet = new Logger(() => () => undefined);

/** Brings the tables up to date, the job queue's first; returns how many migrations it took. */
export async function migrate(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, application_name: "pieredze migrate" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lockNumber]);
    await runMigrations({ connectionString: url, logger: quiet });
    await client.query("set lock_timeout = '10s'");
    const before = await applied(client);
    await runDrizzle(drizzle({ client }), { migrationsFolder: "db/migrations" });
    return (await applied(client)) - before;
  } catch (error) {
    throw explain(error as Error);
  } finally {
    await client.end();
  }
}

async function applied(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ made: boolean }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as made",
  );
  if (!rows[0]?.made) return 0;
  const counted = await client.query("select from drizzle.__drizzle_migrations");
  return counted.rowCount ?? 0;
}

/** Drizzle wraps what the server said. */
function explain(error: Error): Error {
  const { code, message } = (error.cause ?? error) as Error & { code?: string };
  if (code === "42501") {
    return new Refusal(
      `The database's user may not create tables (${message}). Give the right: GRANT CREATE ON DATABASE … TO …, and make it the owner of schema public.`,
    );
  }
  if (code === "55P03") {
    return new Refusal("The tables are in use by a long transaction. Try again when it has ended.");
  }
  return error;
}
