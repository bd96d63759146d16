import pg from "pg";
import { inject, vi } from "vitest";

/**
 * Gives the rest of a test file another database, as another installation has. What was imported before still speaks
 * of the first one: what shall speak of the second is imported with `await import` afterwards.
 */
export async function enterFreshDatabase(): Promise<void> {
  const { pool } = await import("#db/client.ts");
  await pool().end();
  Reflect.deleteProperty(globalThis, "pieredzePool");
  const template = new URL(inject("templateUrl"));
  const name = `test_${process.pid}_fresh_${Date.now()}`;
  const own = new URL(template);
  own.pathname = "/postgres";
  const client = new pg.Client({ connectionString: own.href });
  await client.connect();
  await client.query(
    `create database ${name} template ${client.escapeIdentifier(template.pathname.slice(1))} strategy file_copy`,
  );
  await client.end();
  own.pathname = `/${name}`;
  process.env.DATABASE_URL = own.href;
  vi.resetModules();
}
