import { readdirSync, readFileSync } from "node:fs";

/**
 * The most megabytes of memory that this process has held since its program began: VmHWM of /proc, which counts
 * pages in full that are shared with others. (What `getrusage` says includes the program that started it.)
 */
export function peakMb(): number {
  return megabytes(readFileSync("/proc/self/status", "utf8"), /^VmHWM:\s+(\d+) kB/m);
}

const sampledEveryMs = 20;

/**
 * The most megabytes that a process and all that it started hold while `work` runs: the sum of their Pss, which
 * counts a page that several share once, read from /proc every 20 ms.
 */
export async function treePeakMb(root: number, work: () => Promise<unknown>): Promise<number> {
  let most = treeMb(root);
  const timer = setInterval(() => {
    most = Math.max(most, treeMb(root));
  }, sampledEveryMs);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return most;
}

function treeMb(root: number): number {
  return processTree(root).reduce((sum, pid) => sum + proportionalMb(pid), 0);
}

function proportionalMb(pid: number): number {
  const said = readIfThere(`/proc/${pid}/smaps_rollup`);
  return said ? megabytes(said, /^Pss:\s+(\d+) kB/m) : 0;
}

/** Numbers of a process and of all that descend from it. */
export function processTree(root: number): number[] {
  const children = Map.groupBy(
    readdirSync("/proc").filter((name) => /^\d+$/.test(name)),
    (pid) => parentOf(Number(pid)),
  );
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []).map(Number));
  return tree;
}

function parentOf(pid: number): number {
  const stat = readIfThere(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] ?? 0);
}

/** Empty when the process has ended meanwhile. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function megabytes(said: string, line: RegExp): number {
  const [, kilobytes] = line.exec(said) ?? [];
  if (!kilobytes) throw new Error(`Nothing like ${line} in ${said}`);
  return (Number(kilobytes) * 1024) / 1_000_000;
}
