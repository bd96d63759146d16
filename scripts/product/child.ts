import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { isAlive, send } from "../process-table.ts";
import type { Run } from "./service.ts";

/** Ends the program when we do, even if we are killed: the channel between us closes then. */
const followParent = ["--import", new URL("../follow-parent.ts", import.meta.url).href];

/** Runs a program on this Node, in a group of its own: Ctrl-C reaches us alone, and we stop it. */
export function spawnNode(
  args: string[],
  { env, output = "pipe" }: { env: NodeJS.ProcessEnv; output?: "pipe" | "inherit" },
): ChildProcess {
  return spawn(process.execPath, [...followParent, ...args], {
    env,
    detached: true,
    stdio: ["ignore", output, output, "ipc"],
  });
}

/** Holds back what a program says until it is ready; then it goes to our own output. */
export function holdOutput(child: ChildProcess): { held: () => string; release: () => void } {
  const held: Buffer[] = [];
  const hold = (chunk: Buffer) => held.push(chunk);
  child.stdout?.on("data", hold);
  child.stderr?.on("data", hold);
  return {
    held: () => Buffer.concat(held).toString("utf8").trim(),
    release: () => {
      child.stdout?.off("data", hold).pipe(process.stdout, { end: false });
      child.stderr?.off("data", hold).pipe(process.stderr, { end: false });
    },
  };
}

/** Resolves with the exit code when the program has ended; null when a signal ended it. */
export function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("close", (code) => resolve(code));
  });
}

/** A program that is asked to end and may finish what it is doing, up to `patience` milliseconds. */
export function runOf(child: ChildProcess, ended: Promise<unknown>, patience: number): Run {
  const stop = async () => {
    child.kill("SIGTERM");
    const late = Symbol();
    const timer = new AbortController();
    const first = await Promise.race([ended, wait(patience, late, { signal: timer.signal })]);
    timer.abort();
    if (first === late && child.pid) send(-child.pid, "SIGKILL");
    await ended;
  };
  return { ended: ended.then(() => endingOf(child)), stop };
}

/** How a program ended, for whoever reads the log: `exit code 1`, `SIGSEGV`. */
const endingOf = ({ signalCode, exitCode }: ChildProcess) => signalCode ?? `exit code ${exitCode}`;

/** Stops a process that is not our child. */
export async function stopStranger(pid: number): Promise<void> {
  send(pid, "SIGTERM");
  for (let tries = 0; tries < 100 && isAlive(pid); tries++) await wait(50);
  if (isAlive(pid)) send(pid, "SIGKILL");
}
