import { setTimeout as wait } from "node:timers/promises";

const everyMs = 25;

/**
 * Milliseconds that each request of a page takes, counted from when it was due: 40 in a second whether or not
 * those before are answered, as long as `work` runs. Throws unless every answer is 200.
 */
export async function paced(url: string, work: Promise<unknown>): Promise<number[]> {
  let over = false;
  const done = work.finally(() => {
    over = true;
  });
  const answers: Promise<number>[] = [];
  const began = performance.now();
  for (let due = began; !over; due += everyMs) {
    await wait(Math.max(0, due - performance.now()));
    answers.push(answered(url, due));
  }
  await done;
  return Promise.all(answers);
}

async function answered(url: string, due: number): Promise<number> {
  const response = await fetch(url);
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  return performance.now() - due;
}
