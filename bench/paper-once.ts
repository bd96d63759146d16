// A process of its own, so that its memory is its own: makes papers in the product's thread. Started by
// bench/papers.ts, which sends the words.

import { type Paper, renderAlone } from "#documents/render.ts";
import { peakMb } from "./memory.ts";
import { answerEach } from "./own-process.ts";

export type PaperTask = Pick<Paper, "name" | "words">;

/** The paper in base64, and megabytes at most over what the process held before its first paper. */
export type PaperMade = { ms: number; pdf: string; grownMb: number; peakMb: number };

const before = peakMb();

answerEach(async (task: PaperTask): Promise<PaperMade> => {
  const began = performance.now();
  const pdf = await renderAlone({ ...task, madeAt: new Date(0) } as Paper);
  const ms = performance.now() - began;
  const most = peakMb();
  return { ms, pdf: Buffer.from(pdf).toString("base64"), grownMb: most - before, peakMb: most };
});
