import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { holdOutput, spawnNode } from "#scripts/product/child.ts";

/** A program of the bench in a process of its own, so that its memory is its own. */
export type OwnProcess<Task, Answer> = {
  /** Sends a message, and resolves with the one that comes back. */
  ask: (task: Task) => Promise<Answer>;
  end: () => Promise<void>;
};

/** Runs a program on Node with nothing else asked of it, as the web server is run. */
const plainly = (program: string, env: NodeJS.ProcessEnv) => spawnNode([program], { env });

/** Starts a program that says when it is ready and then answers every message with one; ready when this resolves. */
export async function ownProcess<Task, Answer>(
  program: string,
  spawn: (program: string, env: NodeJS.ProcessEnv) => ChildProcess = plainly,
): Promise<OwnProcess<Task, Answer>> {
  const child = spawn(program, process.env);
  const output = holdOutput(child);
  const closed = once(child, "close");
  const answer = () => nextMessage(child, closed, output.held);
  await answer();
  return {
    ask: (task) => {
      const answered = answer();
      child.send(task as object);
      return answered as Promise<Answer>;
    },
    end: async () => {
      child.kill();
      await closed;
    },
  };
}

async function nextMessage(
  child: ChildProcess,
  closed: Promise<unknown>,
  said: () => string,
): Promise<unknown> {
  const heard = new AbortController();
  const message = once(child, "message", { signal: heard.signal }).then(([first]) => first);
  const ended = closed.then(() => {
    heard.abort();
    throw new Error(`The process ended:\n${said()}`);
  });
  return Promise.race([message, ended]);
}

/** The other end: says that it is ready, and answers what it is asked, one after the other. */
export function answerEach<Task, Answer>(work: (task: Task) => Promise<Answer>): void {
  process.on("message", async (task: Task) => process.send?.(await work(task)));
  process.send?.("ready");
}
