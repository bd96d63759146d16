import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { freePort } from "../free-port.ts";
import { Killed, Refusal } from "../refusal.ts";
import { type Account, postgresAccount } from "./account.ts";
import { programIn, runnableBinaries } from "./binaries.ts";
import { initialise } from "./initialise.ts";
import { clearLeftover, stopPostgres } from "./leftover.ts";
import { ownDatabase } from "./own-database.ts";
import { untilParentEnds } from "./until-parent-ends.ts";

export type ClusterOptions = {
  /** Folder of the cluster's own, which the account that runs it can reach. */
  home: string;
  /** Of the only role, which may do everything; other users of the machine must not know it. */
  password: string;
  /** Where the server's messages go; begun anew at each start. */
  logFile: string;
  /** Taken again after a crash, so that addresses stay valid: this one or none. Default: a free one. */
  port?: number;
  /** For tests: nothing is forced to the disk. */
  throwAway?: boolean;
};

export type Cluster = {
  /** `postgres://…/pieredze`, on this machine's own address. */
  url: string;
  port: number;
  pid: number;
  /** Resolves when the server has ended, wanted or not, with how. */
  ended: Promise<string>;
  stop: () => Promise<void>;
};

const role = "pieredze";

const settingsOf = (port: number, throwAway: boolean) => ({
  listen_addresses: "127.0.0.1",
  port,
  unix_socket_directories: "",
  max_connections: 100,
  timezone: "UTC",
  log_timezone: "UTC",
  ...(throwAway ? { fsync: "off", full_page_writes: "off", synchronous_commit: "off" } : {}),
});

/** Starts PostgreSQL on a folder, which it makes at the first start. Refuses with the remedy. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const account = postgresAccount();
  const bin = runnableBinaries(account);
  const folder = await initialise({ ...options, bin, account, role });
  await clearLeftover(folder);
  const patience = Date.now() + 15_000;
  while (true) {
    const port = options.port ?? (await freePort());
    const server = spawnServer(bin, folder, account, options, port);
    const url = `postgres://${role}:${options.password}@127.0.0.1:${port}/${role}`;
    const ended = new Promise<string>((resolve) =>
      server.once("close", (code, signal) => resolve(signal ?? `exit code ${code}`)),
    );
    if (await isReady(server, url.replace(/[^/]+$/, "postgres"))) {
      await ownDatabase(url);
      const pid = server.pid as number;
      const stop = async () => {
        await stopPostgres(pid);
        await ended;
      };
      return { url, port, pid, ended, stop };
    }
    const said = readFileSync(options.logFile, "utf8");
    if (server.signalCode) throw new Killed(`PostgreSQL was killed while it started: ${said}`);
    if (Date.now() > patience || !mayPass(said)) throw new Refusal(remedy(said, options));
    await wait(300);
  }
}

function spawnServer(
  bin: string,
  folder: string,
  { drop }: Account,
  { logFile, throwAway = false }: ClusterOptions,
  port: number,
): ChildProcess {
  const settings = Object.entries(settingsOf(port, throwAway));
  const line = untilParentEnds("INT", [
    programIn(bin, "postgres"),
    "-D",
    folder,
    ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ]);
  const log = openSync(logFile, "w", 0o600);
  const [program = "", ...args] = line;
  // Detached, so that Ctrl-C in a terminal reaches the product first and the database last.
  const server = spawn(program, args, {
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
    ...(drop ?? {}),
  });
  closeSync(log);
  server.on("error", () => undefined);
  return server;
}

/** Waits for an answer; false when the server ended before it gave one. */
async function isReady(server: ChildProcess, url: string): Promise<boolean> {
  while (server.pid && server.exitCode === null && server.signalCode === null) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await wait(25);
    }
  }
  return false;
}

/** A taken port, or processes of a killed server that are just ending: the next try may do. */
function mayPass(said: string): boolean {
  return /Address already in use|shared memory block|postmaster\.pid" already exists/.test(said);
}

function remedy(said: string, { home, logFile }: ClusterOptions): string {
  const fatal = said.match(/(?:FATAL|PANIC): +(.*)/)?.[1] ?? said.trim().split("\n").at(-1);
  if (/No space left/.test(said)) return `The disk is full: free some room for ${home}.`;
  return `PostgreSQL could not start in ${home}: ${fatal}. Its messages are in ${logFile}.`;
}
