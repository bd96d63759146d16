import { styleText } from "node:util";

/** Runs one step of a command and prints one line: what it did, in the words it returns, and its time. */
export async function step<Value>(
  doing: string,
  work: () => Promise<Value>,
  say: (value: Value) => string,
): Promise<Value> {
  const began = performance.now();
  const terminal = process.stdout.isTTY;
  if (terminal) process.stdout.write(`${doing} …`);
  try {
    const value = await work();
    if (terminal) process.stdout.write("\r\u001b[K");
    console.log(`${say(value)}  ${styleText("dim", secondsSince(began))}`);
    return value;
  } catch (error) {
    if (terminal) process.stdout.write("\r\u001b[K");
    throw error;
  }
}

/** `0.3 s` */
export function secondsSince(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}
