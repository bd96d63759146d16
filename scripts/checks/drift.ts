import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { type Ended, runTool } from "./program.ts";

/** Generates the next migration aside: the tool's exit code says nothing, so its words must. */
export async function findDrift(): Promise<Ended> {
  const copy = mkdtempSync(join(tmpdir(), "pieredze-drift-"));
  try {
    cpSync("db/migrations", copy, { recursive: true });
    const { code, output } = await runTool("drizzle-kit/bin.cjs", [
      "generate",
      "--dialect=postgresql",
      "--schema=./db/schema/*.ts",
      // Relative: of an absolute path it makes "./"-something.
      `--out=${relative(".", copy)}`,
    ]);
    const clean = code === 0 && output.includes("No schema changes, nothing to migrate");
    return { code: clean ? 0 : 1, output: `${output}\nRun: npm run db:generate -- --name WORDS` };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
