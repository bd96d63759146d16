import type { ChildProcess } from "node:child_process";
import { birthOf, isAlive } from "../process-table.ts";
import { stopStranger } from "./child.ts";
import { type DataFolder, type Recorded, readRunning } from "./data-folder.ts";

/** Writes down each process of this start, under a name; a new one takes the old one's place. */
export type Recorder = {
  process: (name: string, pid: number) => void;
  child: (name: string) => (child: ChildProcess) => void;
};

export function recorder(folder: DataFolder, address: string): Recorder {
  const processes = new Map<string, Recorded>();
  const record = (name: string, pid: number) => {
    processes.set(name, { name, pid, birth: birthOf(pid) });
    folder.record({ pid: process.pid, address, processes: [...processes.values()] });
  };
  return {
    process: record,
    child: (name) => (child) => child.pid && record(name, child.pid),
  };
}

/** Stops what a killed start left behind. PostgreSQL is left to its own start, which knows how. */
export async function clearLeftovers(dataFolder: string): Promise<void> {
  const left = readRunning(dataFolder)?.processes ?? [];
  const alive = left.filter(
    ({ name, pid, birth }) => name !== "postgres" && isAlive(pid) && birthOf(pid) === birth,
  );
  await Promise.all(alive.map(({ pid }) => stopStranger(pid)));
}
