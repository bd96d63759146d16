// A process of its own, so that its memory is its own: makes papers in the product's thread. Started by
// bench/papers.ts, which sends the words.

import { writeFileSync } from "node:fs";
import { type Paper, renderAlone } from "#documents/render.ts";
import { peakMb } from "./memory.ts";
import { answerEach } from "./own-process.ts";

/** `file`: where the paper is written, so that its bytes need not be told. */
export type PaperTask = Pick<Paper, "name" | "words"> & { file: string };

/**
 * `cpuMs`: of the process with all its threads, since it began. `grownMb`: by how many megabytes it has at most grown
 * since it was ready.
 */
export type PaperMade = { ms: number; cpuMs: number; grownMb: number };

const before = process.memoryUsage.rss() / 1_000_000;

answerEach(async ({ file, ...paper }: PaperTask): Promise<PaperMade> => {
  const began = performance.now();
  const pdf = await renderAlone({ ...paper, madeAt: new Date(0) } as Paper);
  const ms = performance.now() - began;
  const grownMb = peakMb() - before;
  writeFileSync(file, pdf);
  const { user, system } = process.cpuUsage();
  return { ms, cpuMs: (user + system) / 1000, grownMb };
});
