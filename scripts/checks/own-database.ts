// Loaded by vitest before each file of database tests: gives it a database of its own, before
// anything that it imports asks for the settings.
import pg from "pg";
import { afterAll, inject } from "vitest";

const template = new URL(inject("templateUrl"));
const name = `test_${process.pid}_${Date.now()}`;
const server = new URL(template);
server.pathname = "/postgres";

const client = new pg.Client({ connectionString: server.href });
await client.connect();
await client.query(
  `create database ${name} template ${client.escapeIdentifier(template.pathname.slice(1))} strategy file_copy`,
);
await client.end();

const own = new URL(template);
own.pathname = `/${name}`;
process.env.DATABASE_URL = own.href;
process.env.AUTH_SECRET = "for tests: 0123456789abcdefghijklmnopqrstuvwxyz";
process.env.APP_URL = "http://localhost:3000";
process.env.LOG_LEVEL = "silent";
process.env.SMTP_URL = "";

afterAll(async () => {
  const { pool } = await import("#db/client.ts");
  await pool().end();
});
