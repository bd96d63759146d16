import { writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { measureDelegations } from "#bench/delegations.ts";
import { measureExports } from "#bench/exports.ts";
import { type Figure, isMet } from "#bench/figure.ts";
import { measurePages } from "#bench/pages.ts";
import { measureRegistrations } from "#bench/registrations.ts";
import { whileServed } from "#bench/served.ts";
import { measureWeights } from "#bench/weights.ts";
import { measureWorkspace } from "#bench/workspace.ts";
import { runCommand } from "./refusal.ts";

const resultsFile = "bench/results.json";

/** The trip of the demo that is measured: open, with an itinerary. */
const slug = "vieda-pilseta-jelgava";

await runCommand(() =>
  whileServed(async (served) => {
    const figures = [
      ...(await measureWeights(served.address, slug)),
      ...(await measurePages(served, slug)),
      ...(await measureRegistrations(served)),
      ...(await measureDelegations()),
      ...(await measureWorkspace(served)),
      ...(await measureExports()),
    ];
    const machine = {
      processor: cpus()[0]?.model ?? "unknown",
      processors: availableParallelism(),
      node: process.versions.node,
    };
    const results = { measured: new Date().toISOString().slice(0, 10), machine, figures };
    writeFileSync(resultsFile, `${JSON.stringify(results, written, 2)}\n`);
    for (const figure of figures) console.log(line(figure));
    console.log(`Written to ${resultsFile}`);
  }),
);
process.exit();

function written(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 100) / 100 : value;
}

function line(figure: Figure): string {
  const { name, unit, value, floor, aim } = figure;
  const ratio = (value / floor).toFixed(2);
  const aimed = aim && ("atLeast" in aim ? `at least ${aim.atLeast}` : `at most ${aim.atMost}`);
  const said = aimed ? `, aim ${aimed}${isMet(figure) ? "" : ": MISSED"}` : "";
  return `${name}: ${value.toFixed(2)} ${unit}, floor ${floor.toFixed(2)}, ratio ${ratio}${said}`;
}
