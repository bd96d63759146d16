import { setTimeout as wait } from "node:timers/promises";

const everyMs = 25;

type Answered = { ms: number; status: number };

/**
 * Milliseconds that each request of a page takes, counted from when it was due: 40 in a second whether or not
 * those before are answered, as long as `work` runs. Throws unless every answer is 200.
 */
export async function paced(url: string, work: Promise<unknown>): Promise<number[]> {
  let over = false;
  const watched = Promise.allSettled([work]).then(() => {
    over = true;
  });
  const asked: Promise<Answered>[] = [];
  for (let due = performance.now(); !over; due += everyMs) {
    await wait(Math.max(0, due - performance.now()));
    asked.push(answered(url, due));
  }
  const [answers] = await Promise.all([Promise.all(asked), work, watched]);
  const bad = answers.find(({ status }) => status !== 200);
  if (bad) throw new Error(`${url} answered ${bad.status}`);
  return answers.map(({ ms }) => ms);
}

/** Status 0 where there is no answer. */
async function answered(url: string, due: number): Promise<Answered> {
  const status = await fetch(url).then(
    async (response) => {
      await response.arrayBuffer();
      return response.status;
    },
    () => 0,
  );
  return { ms: performance.now() - due, status };
}
