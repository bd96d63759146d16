import type { ChildProcess } from "node:child_process";
import { constants, setPriority } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { Killed, Refusal } from "../refusal.ts";
import { nextBin } from "./build.ts";
import { endOf, holdOutput, runOf, spawnNode } from "./child.ts";
import type { Run } from "./service.ts";
import type { Mode } from "./settings.ts";

type Program = { env: NodeJS.ProcessEnv; onSpawn: (child: ChildProcess) => void };

/** How long a request or a job in flight may take after the product was asked to stop. */
const patience = 20_000;

/** The web server, ready to answer. */
export async function startWeb(
  mode: Mode,
  { host, port }: { host: string; port: number },
  { env, onSpawn }: Program,
): Promise<Run> {
  const verb = mode === "production" ? "start" : "dev";
  const web = spawnNode([nextBin, verb, "-H", host, "-p", String(port)], { env });
  onSpawn(web);
  return whenReady("The web server", web, (said, ended) => untilItAnswers(host, port, said, ended));
}

/** A batch of papers leaves much behind: these keep the process small, and slow it little. */
const frugal = ["--max-semi-space-size=2", "--optimize-for-size"];

/**
 * Free memory goes back to the system at once, and threads share it (glibc; unknown elsewhere): a paper needs much, and
 * for a moment.
 */
const modest = { MALLOC_TRIM_THRESHOLD_: String(128 * 1024), MALLOC_ARENA_MAX: "2" };

/** Runs a program as the worker is run: behind the web server and the database, for which people wait. */
export function spawnAsWorker(program: string, env: NodeJS.ProcessEnv): ChildProcess {
  const flags = ["--conditions=react-server", ...frugal];
  const worker = spawnNode([...flags, program], { env: { ...env, ...modest } });
  if (worker.pid) setPriority(worker.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  return worker;
}

/** The worker, ready to take jobs. */
export async function startWorker({ env, onSpawn }: Program): Promise<Run> {
  const worker = spawnAsWorker("worker/main.ts", env);
  onSpawn(worker);
  const ready = new Promise<void>((resolve) => worker.once("message", () => resolve()));
  return whenReady("The worker", worker, () => ready);
}

async function whenReady(
  name: string,
  child: ChildProcess,
  isReady: (said: () => string, ended: AbortSignal) => Promise<void>,
): Promise<Run> {
  const output = holdOutput(child);
  const over = new AbortController();
  const ended = endOf(child).finally(() => over.abort());
  const first = await Promise.race([isReady(output.held, over.signal).then(() => "ready"), ended]);
  if (first !== "ready") {
    const Reason = child.signalCode ? Killed : Refusal;
    throw new Reason(`${output.held()}\n${name} ended: see the lines above.`);
  }
  output.release();
  return runOf(child, ended, patience);
}

/**
 * It says that it listens, so that what answers is not another program on the same port. Then any
 * answer will do, an error as well: the health of what is behind it is another matter.
 */
async function untilItAnswers(
  host: string,
  port: number,
  said: () => string,
  ended: AbortSignal,
): Promise<void> {
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const address = `http://${name.includes(":") ? `[${name}]` : name}:${port}/api/health`;
  for (; !ended.aborted; await wait(25)) {
    if (!said().includes("Ready in")) continue;
    try {
      await (await fetch(address, { signal: ended })).arrayBuffer();
      return;
    } catch {
      // Not yet.
    }
  }
}
