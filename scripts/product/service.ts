import { setTimeout as wait } from "node:timers/promises";

/** One run of a service, from ready to ended. */
export type Run = { ended: Promise<unknown>; stop: () => Promise<void> };

export type Service = {
  stop: () => Promise<void>;
  /** Rejects when the service has ended too often to go on. */
  failed: Promise<never>;
};

const often = 5;
const period = 60_000;

/** Starts a service and starts it again whenever it ends by itself. */
export async function keepRunning(name: string, start: () => Promise<Run>): Promise<Service> {
  let run = await start();
  let stopping = false;
  const watch = async (): Promise<never> => {
    const ends: number[] = [];
    while (true) {
      await run.ended;
      if (stopping) return new Promise(() => undefined);
      ends.push(Date.now());
      if (ends.filter((at) => at > Date.now() - period).length >= often) {
        throw new Error(`${name} ended ${often} times within a minute; its messages are above.`);
      }
      console.error(`${name} ended by itself; it is started again.`);
      await wait(500);
      if (stopping) return new Promise(() => undefined);
      run = await start();
      if (stopping) await run.stop();
    }
  };
  const failed = watch();
  failed.catch(() => undefined);
  return {
    failed,
    stop: async () => {
      stopping = true;
      await run.stop();
    },
  };
}
