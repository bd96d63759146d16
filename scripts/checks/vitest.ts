import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTool } from "./program.ts";
import type { Outcome } from "./tally.ts";

/** Runs one project of vitest.config.ts. A file that cannot be loaded counts as a failed test. */
export async function runVitest(project: string, databaseUrl: string): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "pieredze-vitest-"));
  const report = join(folder, "report.json");
  try {
    const { code, output } = await runTool(
      "vitest/vitest.mjs",
      [
        "run",
        `--project=${project}`,
        "--passWithNoTests",
        "--reporter=dot",
        "--reporter=json",
        `--outputFile.json=${report}`,
      ],
      { TEST_DATABASE_URL: databaseUrl },
    );
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8")) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    const failed = code === 0 ? numFailedTests : Math.max(1, numFailedTests);
    return { passed: numPassedTests, failed, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
