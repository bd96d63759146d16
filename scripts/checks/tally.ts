import { Refusal } from "../refusal.ts";
import { secondsSince } from "../step.ts";
import type { Ended } from "./program.ts";

/** How many tests passed and failed; `output` is shown where one failed. */
export type Outcome = { passed: number; failed: number; output?: string };

export type Check = { title: string; run: () => Promise<Outcome> };

/** Runs checks one after the other, a line each, also after a failure; returns the sum. */
export async function runChecks(checks: Check[]): Promise<Outcome> {
  const sum = { passed: 0, failed: 0 };
  for (const { title, run } of checks) {
    const began = performance.now();
    const { passed, failed, output } = await run().catch(surprise);
    sum.passed += passed;
    sum.failed += failed;
    if (failed) console.error(output);
    const words = failed ? `${passed} passed, ${failed} failed` : `${passed} passed`;
    console.log(`${title}: ${words}  ${secondsSince(began)}`);
  }
  return sum;
}

/** The closing line, and the exit code that goes with it. */
export function close({ passed, failed }: Outcome): void {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed || !passed ? 1 : 0;
}

/** A tool that passes or fails as a whole. */
export function asOne({ code, output }: Ended, alsoFailed = false): Outcome {
  const failed = code !== 0 || alsoFailed;
  return { passed: failed ? 0 : 1, failed: failed ? 1 : 0, output };
}

function surprise(error: unknown): Outcome {
  const output = error instanceof Refusal ? error.message : String((error as Error).stack ?? error);
  return { passed: 0, failed: 1, output };
}
