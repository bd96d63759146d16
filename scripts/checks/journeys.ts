import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runningDatabase } from "../product/with-database.ts";
import { findChromium } from "./chromium.ts";
import { withDemo } from "./demo.ts";
import { runTool } from "./program.ts";
import type { Outcome } from "./tally.ts";

/** Runs the journeys of e2e/ in Chromium against a product started for them, with fresh demo data. */
export async function runJourneys(args: string[] = []): Promise<Outcome> {
  // Unpacked before the runner's processes would all do it at once.
  await findChromium();
  const folder = mkdtempSync(join(tmpdir(), "pieredze-journeys-"));
  const report = join(folder, "report.json");
  try {
    return await withDemo(async ({ address, env }) => {
      const { code, output } = await runTool("@playwright/test/cli.js", ["test", ...args], {
        ...env,
        // Journeys arrange what they need, and look at what was written, through the domain.
        DATABASE_URL: runningDatabase(env.DATA_DIR ?? "") ?? "",
        AUTH_SECRET: "for journeys: 0123456789abcdefghijklmnopqrstuvwxyz",
        LOG_LEVEL: "warn",
        BASE_URL: address,
        JOURNEYS_REPORT: report,
      });
      const { stats } = JSON.parse(readFileSync(report, "utf8")) as { stats: Stats };
      const failed = stats.unexpected + stats.flaky;
      return { passed: stats.expected, failed: code === 0 ? failed : Math.max(1, failed), output };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Stats = { expected: number; unexpected: number; flaky: number; skipped: number };
