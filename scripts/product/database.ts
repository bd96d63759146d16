import pg from "pg";
import { Refusal } from "../refusal.ts";

/** What is known of a database before anything is done to it. */
export type DatabaseState = { version: string; empty: boolean };

const oldest = 15;

/** Asks the server who it is; refuses one that does not answer or is too old. */
export async function inspectDatabase(url: string): Promise<DatabaseState> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ number: number; version: string; made: boolean }>(
      `select current_setting('server_version_num')::int as number,
              split_part(current_setting('server_version'), ' ', 1) as version,
              to_regclass('public.trip') is not null as made`,
    );
    const [found] = rows;
    if (!found) throw new Error("The server said nothing about itself");
    refuseTooOld(found.number, found.version);
    const people = found.made ? await client.query('select from "user" limit 1') : null;
    return { version: found.version, empty: !people?.rowCount };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(remedy(error as Error & { code?: string }, url));
  } finally {
    await client.end();
  }
}

/** `number` as in `server_version_num`: 150004 is 15.4. */
export function refuseTooOld(number: number, version: string): void {
  if (number >= oldest * 10_000) return;
  throw new Refusal(
    `The database is PostgreSQL ${version}; version ${oldest} or newer is needed. Name a newer server in DATABASE_URL, or leave it out to use the one that comes along.`,
  );
}

function remedy({ code, message }: Error & { code?: string }, url: string): string {
  const { host, pathname, username } = new URL(url);
  const name = pathname.slice(1);
  switch (code) {
    case "28P01":
    case "28000":
      return `The database at ${host} does not accept the user ${username}. See to the name and password in DATABASE_URL.`;
    case "3D000":
      return `The server at ${host} has no database "${name}". Create it: createdb ${name}`;
    case "53300":
      return `The server at ${host} has no connection left. Raise max_connections or close others.`;
    default:
      return `The database at ${host} cannot be reached (${code ?? message}). See that it runs and that DATABASE_URL is right.`;
  }
}
