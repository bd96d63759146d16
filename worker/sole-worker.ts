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
  let waiting = "";
  while (!stopped.aborted) {
    const client = new pg.Client({
      connectionString: env().DATABASE_URL,
      connectionTimeoutMillis: 5_000,
      application_name: "pieredze worker",
      keepAlive: true,
    });
    const lost = new Promise<string>((resolve) => {
      client.on("error", (error) => resolve(error.message));
      client.on("end", () => resolve("its connection ended"));
    });
    const hindrance = await takeTurn(client);
    if (!hindrance) return { lost, end: () => client.end() };
    // Not awaited: a server that hangs does not say goodbye.
    client.end().catch(() => undefined);
    if (hindrance !== waiting) log.warn(`the worker stands by: ${hindrance}`);
    waiting = hindrance;
    await wait(2_000, undefined, { signal: stopped }).catch(() => undefined);
  }
  return null;
}

/** Null when the turn is ours, else why not. */
async function takeTurn(client: pg.Client): Promise<string | null> {
  try {
    await client.connect();
    const { rows } = await client.query<{ ours: boolean }>(
      "select pg_try_advisory_lock($1) as ours",
      [lockNumber],
    );
    if (!rows[0]?.ours) return "another one is at work";
    await freeJobs(client);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
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
