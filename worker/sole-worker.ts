import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";

/** Any number, as long as every worker takes the same. */
const lockNumber = 20_180_619;

/** A turn as the one worker of this database, held by a connection. */
export type Turn = { lost: Promise<string>; end: () => Promise<void> };

/**
 * Waits to be the only worker of the database: others may stand by, in other instances. So a job
 * that is still locked was left by one that was killed, and is free to be taken again at once
 * (by itself that takes four hours). Null when stopped before its turn came.
 */
export async function soleWorker(stopped: AbortSignal): Promise<Turn | null> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: "pieredze worker",
    keepAlive: true,
  });
  const lost = new Promise<string>((resolve) => {
    client.on("error", (error) => resolve(error.message));
    client.on("end", () => resolve("its connection ended"));
  });
  await client.connect();
  for (let tries = 0; !(await isOurs(client)); tries++) {
    if (tries === 0) log.info("another worker is at work, this one stands by");
    try {
      await wait(2_000, undefined, { signal: stopped });
    } catch {
      await client.end();
      return null;
    }
  }
  await freeJobs(client);
  return { lost, end: () => client.end() };
}

async function isOurs(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ ours: boolean }>(
    "select pg_try_advisory_lock($1) as ours",
    [lockNumber],
  );
  return rows[0]?.ours ?? false;
}

async function freeJobs(client: pg.Client): Promise<void> {
  await client.query(
    `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
       from (select locked_by from graphile_worker._private_jobs
             union all
             select locked_by from graphile_worker._private_job_queues) as held
      where locked_by is not null`,
  );
}
