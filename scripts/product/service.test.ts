import { expect, test } from "vitest";
import { Killed } from "../refusal.ts";
import { keepRunning } from "./service.ts";

/** A service whose runs end when the test says so. */
function controlled() {
  const ends: (() => void)[] = [];
  const waiting: (() => void)[] = [];
  const start = async () => {
    const ended = new Promise<void>((resolve) => ends.push(resolve));
    waiting.shift()?.();
    return { ended, stop: async () => ends.at(-1)?.() };
  };
  const started = () => new Promise<void>((resolve) => waiting.push(resolve));
  return { ends, start, started };
}

test("a service that ends by itself is started again", async () => {
  const { ends, start, started } = controlled();
  const service = await keepRunning("The worker", start);
  const again = started();
  ends[0]?.();
  await again;
  expect(ends).toHaveLength(2);
  await service.stop();
});

test("a service that cannot be started again is given up, with the reason", async () => {
  const { ends, start } = controlled();
  let runs = 0;
  const service = await keepRunning("PostgreSQL", () => {
    if (runs++ > 0) throw new Error("The disk is full");
    return start();
  });
  ends[0]?.();
  await expect(service.failed).rejects.toThrow("The disk is full");
});

test("a service that is killed while it is started again is started once more", async () => {
  const { ends, start, started } = controlled();
  let runs = 0;
  const service = await keepRunning("The web server", async () => {
    if (runs++ === 1) throw new Killed("The web server ended");
    return start();
  });
  const again = started();
  ends[0]?.();
  await again;
  expect({ runs, ended: ends.length }).toEqual({ runs: 3, ended: 2 });
  await service.stop();
});

test("a stop while it is being started again waits for it, and stops that one", async () => {
  const { ends, start, started } = controlled();
  let stops = 0;
  const service = await keepRunning("The web server", async () => {
    const run = await start();
    await new Promise(setImmediate);
    return {
      ...run,
      stop: async () => {
        stops++;
        await run.stop();
      },
    };
  });
  const again = started();
  ends[0]?.();
  await again;
  await service.stop();
  expect({ runs: ends.length, stops }).toEqual({ runs: 2, stops: 1 });
});

test("a service that was stopped stays stopped", async () => {
  const { ends, start } = controlled();
  const service = await keepRunning("The worker", start);
  await service.stop();
  await new Promise(setImmediate);
  expect(ends).toHaveLength(1);
});
