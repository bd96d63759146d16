// A process of its own, so that its memory is its own: makes batches of papers as the worker does. Started by
// bench/batch.ts, with DATABASE_URL set.

import { makeBatch } from "#worker/make-batch.ts";
import { peakMb } from "./memory.ts";
import { answerEach } from "./own-process.ts";

/** `now` is an ISO moment. */
export type BatchTask = { batchId: string; now: string };

/** `peakMb`: megabytes of the whole process at most. */
export type BatchMade = { seconds: number; peakMb: number };

answerEach(async ({ batchId, now }: BatchTask): Promise<BatchMade> => {
  const began = performance.now();
  await makeBatch(batchId, new Date(now));
  return { seconds: (performance.now() - began) / 1000, peakMb: peakMb() };
});
