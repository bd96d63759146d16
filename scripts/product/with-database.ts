import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { postmasterOf } from "../postgres/leftover.ts";
import { commandOf } from "../process-table.ts";
import { takeDataFolder } from "./data-folder.ts";
import { inspectDatabase } from "./database.ts";
import { clusterHome, startEmbedded } from "./embedded.ts";
import { loadEnvironment, readDatabaseSettings } from "./settings.ts";

/**
 * Runs `work` with the product's database: that of DATABASE_URL, else the one of the data folder,
 * which may be running or is started for the while. What `work` imports finds its settings set.
 */
export async function withDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const { databaseUrl, dataFolder } = readDatabaseSettings(loadEnvironment());
  if (databaseUrl) return runAt(databaseUrl, work);
  const running = runningDatabase(dataFolder);
  if (running) return runAt(running, work);
  const folder = takeDataFolder(dataFolder);
  const cluster = await startEmbedded(dataFolder);
  try {
    await runAt(cluster.url, work);
  } finally {
    await cluster.stop();
    folder.release();
  }
}

async function runAt(url: string, work: (url: string) => Promise<void>): Promise<void> {
  await inspectDatabase(url);
  process.env.DATABASE_URL = url;
  // These commands sign nothing, yet the settings are checked as a whole.
  process.env.AUTH_SECRET ||= randomBytes(32).toString("hex");
  process.env.LOG_LEVEL ??= "warn";
  await work(url);
}

/** The address of the data folder's PostgreSQL, if the product runs on it now. */
export function runningDatabase(dataFolder: string): string | null {
  try {
    const cluster = join(clusterHome(dataFolder), "cluster");
    const server = postmasterOf(cluster);
    if (!server || !commandOf(server.pid).includes(cluster)) return null;
    const password = readFileSync(join(dataFolder, "database-password"), "utf8").trim();
    return `postgres://pieredze:${password}@127.0.0.1:${server.port}/pieredze`;
  } catch {
    return null;
  }
}

/** The same for work through the domain's commands and queries, whose connections end with it. */
export function withDomain(work: () => Promise<void>): Promise<void> {
  return withDatabase(async () => {
    const { pool } = await import("#db/client.ts");
    try {
      await work();
    } finally {
      await pool().end();
    }
  });
}
