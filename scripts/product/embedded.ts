import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { canReach, postgresAccount } from "../postgres/account.ts";
import { type Cluster, startCluster } from "../postgres/cluster.ts";
import { Refusal } from "../refusal.ts";
import { keptSecret } from "./data-folder.ts";

/** Starts the data folder's own PostgreSQL. `port`: the one it had, after a crash. */
export async function startEmbedded(dataFolder: string, port?: number): Promise<Cluster> {
  const home = clusterHome(dataFolder);
  if (existsSync(join(home, "cluster")) && !existsSync(join(dataFolder, "database-password"))) {
    throw new Refusal(
      `The file database-password is missing in ${dataFolder}. Put it back, or move ${home} away to begin with an empty database.`,
    );
  }
  return startCluster({
    home,
    password: keptSecret(dataFolder, "database-password"),
    logFile: join(dataFolder, "postgres.log"),
    ...(port ? { port } : {}),
  });
}

/**
 * Where the database's files are: in the data folder, unless root's `nobody` cannot reach it (below
 * a home with mode 0700). Then they are in root's shared place, and the data folder says where.
 */
export function clusterHome(dataFolder: string): string {
  const pointer = join(dataFolder, "postgres-elsewhere");
  if (existsSync(pointer)) return readFileSync(pointer, "utf8").trim();
  const account = postgresAccount();
  if (canReach(dataFolder, account)) return join(dataFolder, "postgres");
  const home = join(account.sharedHome, randomUUID());
  try {
    mkdirSync(account.sharedHome, { recursive: true, mode: 0o755 });
  } catch (error) {
    throw new Refusal(
      `PostgreSQL does not run as root, and ${dataFolder} is out of reach for ${account.name} (${(error as Error).message}). Choose a DATA_DIR that others may pass through, or start as an ordinary user.`,
    );
  }
  writeFileSync(pointer, home);
  return home;
}
