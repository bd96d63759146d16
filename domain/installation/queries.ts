import pg from "pg";
import type { Actor } from "#domain/actor/schema.ts";
import { env } from "#lib/env.ts";

/**
 * Whether the database answers within a second. It connects anew and not through the pool, whose
 * connections may all be waiting for a database that is away. Anybody may ask.
 */
export async function databaseAnswers(_actor: Actor): Promise<boolean> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: 1_000,
    query_timeout: 500,
    application_name: "pieredze health",
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    // Not awaited: a server that is stopped in its tracks does not say goodbye.
    client.end().catch(() => undefined);
  }
}
