import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { holdOutput, spawnNode } from "#scripts/product/child.ts";
import { workerFlags } from "#scripts/product/web.ts";

/** A program of the bench in a process of its own, so that its memory is its own. */
export type OwnProcess<Task, Answer> = {
  /** Sends a message, and resolves with the one that comes back. */
  ask: (task: Task) => Promise<Answer>;
  end: () => Promise<void>;
};

/** Starts a program that says when it is ready and then answers every message with one; ready when this resolves. */
export async function ownProcess<Task, Answer>(program: string): Promise<OwnProcess<Task, Answer>> {
  const child = spawnNode([...workerFlags, program], { env: process.env });
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
