import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { commandOf, isAlive, send } from "../process-table.ts";

/** What a running PostgreSQL writes into its folder: lines 1 and 4 of postmaster.pid. Null until they are there. */
export function postmasterOf(cluster: string): { pid: number; port: number } | null {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    const [pid, port] = [Number(lines[0]), Number(lines[3])] as const;
    // The file is there a moment before its lines; number 0 would mean whoever asks.
    return pid > 0 ? { pid, port } : null;
  } catch {
    return null;
  }
}

/**
 * Clears away what a killed start left: its PostgreSQL is stopped, and a lock file whose number by
 * now belongs to another program is removed. Only for who holds the lock of the data folder.
 */
export async function clearLeftover(cluster: string): Promise<void> {
  const left = postmasterOf(cluster);
  if (!left || !isAlive(left.pid)) return;
  if (commandOf(left.pid).includes(cluster)) await stopPostgres(left.pid);
  else rmSync(join(cluster, "postmaster.pid"), { force: true });
}

/** Fast shutdown first; during crash recovery it may hang, so then at once, then by force. */
export async function stopPostgres(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ["SIGINT", 10_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 2_000],
  ] as const) {
    send(pid, signal);
    if (await isGone(pid, patience)) return;
  }
}

async function isGone(pid: number, patience: number): Promise<boolean> {
  for (const end = Date.now() + patience; Date.now() < end; await wait(20)) {
    if (!isAlive(pid)) return true;
  }
  return false;
}
