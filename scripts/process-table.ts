import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Whether a process has this number; one that has ended and is not yet collected does not count. */
export function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return statOf(pid)?.state !== "Z";
}

/** The command line of a process; empty where it cannot be read. */
export function commandOf(pid: number): string {
  if (process.platform !== "linux") return ps(pid, "command=");
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

/** When a process began: with its number it names one process, since numbers are used again. */
export function birthOf(pid: number): string | null {
  if (process.platform === "linux") return statOf(pid)?.began ?? null;
  return ps(pid, "lstart=") || null;
}

/** Signals a process, if it still is there. */
export function send(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** The fields after the program's name, which may itself hold spaces and brackets. */
function statOf(pid: number): { state: string | undefined; began: string | undefined } | null {
  if (process.platform !== "linux") return null;
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0], began: fields[19] };
  } catch {
    return null;
  }
}

function ps(pid: number, field: string): string {
  return (
    spawnSync("ps", ["-o", field, "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? ""
  );
}
