import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const ticksPerSecond = (): number =>
  Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

let ticks: number | undefined;

/**
 * CPU milliseconds (user and system) that a process has used since it began, from /proc.
 * Throws where there is no /proc: the figure is then not to be had.
 */
export function cpuMilliseconds(pid: number): number {
  ticks ??= ticksPerSecond();
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The second field is the command in brackets and may hold spaces: count from behind it.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  return ((user + system) / ticks) * 1000;
}
