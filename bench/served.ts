import type { ChildProcess } from "node:child_process";
import { freePort } from "#scripts/free-port.ts";
import { withCluster } from "#scripts/postgres/throw-away.ts";
import { nextBin } from "#scripts/product/build.ts";
import { endOf, holdOutput, spawnNode } from "#scripts/product/child.ts";
import { migrate } from "#scripts/product/migrate.ts";
import { startWeb } from "#scripts/product/web.ts";
import { Refusal } from "#scripts/refusal.ts";
import { step } from "#scripts/step.ts";

/** The product as it is measured: built with its floors, on a PostgreSQL that writes to disk. */
export type Served = { address: string; pid: number; databaseUrl: string };

/** Serves the product with demo data while `work` measures it; without the worker, which would share the processors. */
export async function whileServed<Value>(work: (served: Served) => Promise<Value>): Promise<Value> {
  return withCluster({ durable: true }, async (databaseUrl) => {
    const port = await freePort();
    const address = `http://localhost:${port}`;
    Object.assign(process.env, settings(databaseUrl, address));
    await step(
      "Tables",
      () => migrate(databaseUrl),
      () => "Tables made",
    );
    const { seed } = await import("#db/seed/main.ts");
    await step("Demo data", seed, () => "Demo data loaded");
    await step("Building", build, () => "Built with the floors");
    let web: ChildProcess | undefined;
    const onSpawn = (child: ChildProcess) => {
      web = child;
    };
    const place = { host: "127.0.0.1", port };
    const run = await startWeb("production", place, { env: process.env, onSpawn });
    try {
      return await work({ address, pid: web?.pid as number, databaseUrl });
    } finally {
      await run.stop();
      const { pool } = await import("#db/client.ts");
      await pool().end();
    }
  });
}

const settings = (databaseUrl: string, address: string) => ({
  BENCH: "1",
  NODE_ENV: "production",
  DATABASE_URL: databaseUrl,
  DATABASE_MODE: "external",
  SMTP_URL: "",
  AUTH_SECRET: "for measurements: 0123456789abcdefghijklmnopqrstuvwxyz",
  APP_URL: address,
  // An answer that is not as expected fails the measurement anyway.
  LOG_LEVEL: "fatal",
});

async function build(): Promise<void> {
  const child = spawnNode([nextBin, "build"], { env: process.env });
  const output = holdOutput(child);
  if ((await endOf(child)) !== 0) throw new Refusal(output.held());
}
