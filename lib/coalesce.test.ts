import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { coalesced } from "./coalesce.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pauseMs = 250;
const retryMs = 2_000;
/** A run that notes when it began. */
function counted() {
  const runs: number[] = [];
  return { runs, run: async () => void runs.push(performance.now()) };
}

const quietly = { pauseMs, retryMs, failed: () => {} };

test("the first call runs at once, and a burst after it is one run when the pause is over", async () => {
  const { runs, run } = counted();
  const { call } = coalesced(run, quietly);
  const began = performance.now();
  for (let calls = 0; calls < 100; calls += 1) call();
  expect(runs).toEqual([began]);
  await vi.advanceTimersByTimeAsync(10 * pauseMs);
  expect(runs).toEqual([began, began + pauseMs]);
});

test("a second of calls is at most a run for every pause", async () => {
  const { runs, run } = counted();
  const { call } = coalesced(run, quietly);
  for (let ms = 0; ms < 4 * pauseMs; ms += 1) {
    call();
    expect(runs.length).toBeLessThanOrEqual(1 + Math.floor(ms / pauseMs));
    await vi.advanceTimersByTimeAsync(1);
  }
});

test("a call during a run is followed by another run, and never do two go at once", async () => {
  const events: string[] = [];
  const { call } = coalesced(async () => {
    events.push("begins");
    await new Promise((resolve) => setTimeout(resolve, 3 * pauseMs));
    events.push("ends");
  }, quietly);
  call();
  await vi.advanceTimersByTimeAsync(pauseMs);
  call();
  await vi.advanceTimersByTimeAsync(10 * pauseMs);
  expect(events).toEqual(["begins", "ends", "begins", "ends"]);
});

test("a run that fails is told and tried again until it succeeds", async () => {
  const failures: unknown[] = [];
  let runs = 0;
  const { call } = coalesced(
    async () => {
      runs += 1;
      if (runs < 3) throw new Error(`run ${runs}`);
    },
    { pauseMs, retryMs, failed: (error) => failures.push(error) },
  );
  call();
  await vi.advanceTimersByTimeAsync(retryMs - 1);
  expect(runs).toBe(1);
  await vi.advanceTimersByTimeAsync(2 * retryMs);
  expect(runs).toBe(3);
  expect(failures).toEqual([new Error("run 1"), new Error("run 2")]);
});

test("nothing runs once it was stopped", async () => {
  const { runs, run } = counted();
  const { call, stop } = coalesced(run, quietly);
  call();
  call();
  stop();
  call();
  await vi.advanceTimersByTimeAsync(10 * pauseMs);
  expect(runs).toHaveLength(1);
});
