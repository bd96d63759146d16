import { setTimeout as wait } from "node:timers/promises";
import { Killed } from "../refusal.ts";

/** One run of a service, from ready to ended. */
export type Run = {
  /** Resolves with how it ended, in words. */ ended: Promise<unknown>;
  stop: () => Promise<void>;
};

export type Service = {
  stop: () => Promise<void>;
  /** Rejects when the service cannot be started again. */
  failed: Promise<never>;
};

const period = 60_000;
const longest = 30_000;

/**
 * Starts a service, and starts it again whenever it ends by itself: after half a second, and twice
 * as long each time that it ended within the last minute. Being killed during a new start is one more end.
 */
export async function keepRunning(name: string, start: () => Promise<Run>): Promise<Service> {
  let current = start();
  await current;
  const stopping = new AbortController();
  const watch = async (): Promise<never> => {
    let ends: number[] = [];
    while (true) {
      const how = await (await current).ended;
      if (stopping.signal.aborted) return new Promise(() => undefined);
      ends = ends.filter((at) => at > Date.now() - period);
      const pause = Math.min(500 * 2 ** ends.length, longest);
      ends.push(Date.now());
      console.error(`${name} ended by itself (${how}); it is started again.`);
      await wait(pause, undefined, { signal: stopping.signal });
      current = start().catch(endedIfKilled);
    }
  };
  const failed = watch();
  failed.catch(() => undefined);
  const stop = async () => {
    stopping.abort();
    // A start under way is waited for, so that nothing comes up after the end.
    const run = await current.catch(() => null);
    await run?.stop();
  };
  return { failed, stop };
}

function endedIfKilled(error: unknown): Run {
  if (!(error instanceof Killed)) throw error;
  return { ended: Promise.resolve("killed while it was starting"), stop: async () => {} };
}
