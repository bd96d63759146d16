import { setTimeout as wait } from "node:timers/promises";
import { Logger, parseCronItems, run } from "graphile-worker";
import { pool } from "#db/client.ts";
import { log } from "#lib/log.ts";
import { openOutbox } from "./outbox.ts";
import { soleWorker } from "./sole-worker.ts";
import { schedule, tasks } from "./tasks.ts";

const logger = new Logger(() => (level, message) => {
  if (level === "error") log.error(message);
  else if (level === "warning") log.warn(message);
  else log.debug(message);
});

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => stop.abort());
}

await work(stop.signal);
// All is written by now: a database that hangs must not keep the worker from ending.
await Promise.race([pool().end(), wait(1_000)]);
process.exit();

/** Takes jobs until it is stopped; then finishes those that it has begun. */
async function work(stopped: AbortSignal): Promise<void> {
  process.send?.("ready");
  const asked = new Promise<null>((resolve) => {
    stopped.addEventListener("abort", () => resolve(null), { once: true });
  });
  const turn = await Promise.race([soleWorker(stopped), asked]);
  if (!turn) return;
  const runner = await run({
    pgPool: pool(),
    taskList: tasks,
    parsedCronItems: parseCronItems(schedule),
    concurrency: 4,
    noHandleSignals: true,
    logger,
  });
  const outbox = await openOutbox();
  const broken = runner.promise.then(() => "broken");
  const why = await Promise.race([asked, broken, turn.lost, outbox.lost]);
  if (!stopped.aborted) throw new Error(`The worker cannot go on: ${why}`);
  await outbox.end();
  await runner.stop();
  await untilWritten();
  await turn.end();
}

/** `stop` resolves before the last job's end is written: its lock is what shows it. */
async function untilWritten(): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { rowCount } = await pool().query(
      "select from graphile_worker._private_jobs where locked_by is not null limit 1",
    );
    if (!rowCount) return;
    await wait(50);
  }
}
