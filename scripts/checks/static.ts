import { findDrift } from "./drift.ts";
import { runTool } from "./program.ts";
import { asOne, type Check } from "./tally.ts";

/** What can be said of the sources without running them. */
export const staticChecks: Check[] = [
  {
    title: "Format and lint",
    run: async () =>
      asOne(await runTool("@biomejs/biome/bin/biome", ["check", "--error-on-warnings"])),
  },
  {
    title: "Types",
    run: async () => {
      // Writes the types of the routes, which Next otherwise makes while building.
      const made = await runTool("next/dist/bin/next", ["typegen"]);
      return asOne(
        made.code === 0 ? await runTool("typescript/bin/tsc", ["--pretty", "false"]) : made,
      );
    },
  },
  { title: "Arrows", run: arrows },
  { title: "Unused code", run: async () => asOne(await runTool("knip/bin/knip.js", [])) },
  { title: "Schema and migrations agree", run: async () => asOne(await findDrift()) },
];

/** A tool that read nothing says "no violations" as well: so it has to have read something. */
async function arrows() {
  const ended = await runTool("dependency-cruiser/bin/dependency-cruiser.mjs", [
    "--config=.dependency-cruiser.cjs",
    "--output-type=json",
    ".",
  ]);
  const { summary } = JSON.parse(ended.output.slice(ended.output.indexOf("{"))) as {
    summary: { totalCruised: number; violations: { rule: Rule; from: string; to: string }[] };
  };
  const { totalCruised, violations } = summary;
  const lines = violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  const output = [`${totalCruised} files read`, ...lines].join("\n");
  return asOne({ code: ended.code, output }, totalCruised === 0 || violations.length > 0);
}

type Rule = { name: string };
