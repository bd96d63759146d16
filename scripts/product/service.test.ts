import { expect, test } from "vitest";
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

test("a service that keeps ending is given up", async () => {
  let runs = 0;
  const service = await keepRunning("The worker", async () => {
    runs++;
    return { ended: Promise.resolve(), stop: async () => undefined };
  });
  await expect(service.failed).rejects.toThrow("The worker ended 5 times within a minute");
  expect(runs).toBe(5);
});

test("a service that was stopped stays stopped", async () => {
  const { ends, start } = controlled();
  const service = await keepRunning("The worker", start);
  await service.stop();
  await new Promise(setImmediate);
  expect(ends).toHaveLength(1);
});
