import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { processTree } from "./memory.ts";

const ticksPerSecond = (): number =>
  Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

let ticks: number | undefined;

/**
 * CPU milliseconds (user and system) that a process has used since it began, from /proc.
 * Throws where there is no /proc: the figure is then not to be had.
 */
export const cpuMilliseconds = (pid: number): number => {
  const [user, system] = times(pid);
  return user + system;
};

/** The same of a process and of all that it has started, also of those that have ended meanwhile. */
export const treeCpuMilliseconds = (root: number): number =>
  processTree(root).reduce((sum, pid) => sum + timesIfThere(pid), 0);

/** What a process that has ended meanwhile used is told by the one that started it. */
function timesIfThere(pid: number): number {
  try {
    return times(pid).reduce((all, one) => all + one, 0);
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) return 0;
    throw error;
  }
}

/** Milliseconds: of user and of system, and both of children that have ended. */
function times(pid: number): [number, number, number, number] {
  ticks ??= ticksPerSecond();
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The second field is the command in brackets and may hold spaces: count from behind it.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const milliseconds = (at: number) => (Number(fields[at]) / (ticks as number)) * 1000;
  return [milliseconds(11), milliseconds(12), milliseconds(13), milliseconds(14)];
}
