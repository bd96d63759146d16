import { randomBytes } from "node:crypto";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { postgresAccount } from "./account.ts";
import { startCluster } from "./cluster.ts";

/** A PostgreSQL for tests and measurements, with an empty database; gone with its files at the end. */
export async function startThrowAwayCluster({ durable = false } = {}): Promise<{
  url: string;
  stop: () => Promise<void>;
}> {
  const home = mkdtempSync(join(tmpdir(), "pieredze-"));
  const { drop } = postgresAccount();
  if (drop) chownSync(home, drop.uid, drop.gid);
  const remove = () => rmSync(home, { recursive: true, force: true });
  const cluster = await startCluster({
    home,
    password: randomBytes(18).toString("hex"),
    logFile: join(home, "postgres.log"),
    throwAway: !durable,
  }).catch((error: unknown) => {
    remove();
    throw error;
  });
  const stop = async () => {
    await cluster.stop();
    remove();
  };
  return { url: cluster.url, stop };
}

/**
 * Runs `work` with the address of a PostgreSQL of its own. `durable` keeps what tests switch off for
 * speed (fsync), for measurements that are to mean something.
 */
export async function withCluster<Value>(
  options: { durable?: boolean },
  work: (url: string) => Promise<Value>,
): Promise<Value> {
  const cluster = await startThrowAwayCluster(options);
  try {
    return await work(cluster.url);
  } finally {
    await cluster.stop();
  }
}
