import { writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { measureBatch } from "#bench/batch.ts";
import { measureBoard } from "#bench/board.ts";
import { measureDelegations } from "#bench/delegations.ts";
import { measureExports } from "#bench/exports.ts";
import { type Figure, isMet } from "#bench/figure.ts";
import { measurePages } from "#bench/pages.ts";
import { measurePapers } from "#bench/papers.ts";
import { measureRegistrations } from "#bench/registrations.ts";
import { type Served, whileServed } from "#bench/served.ts";
import { measureSynchronising } from "#bench/synchronising.ts";
import { measureTakenAlong } from "#bench/taken-along.ts";
import { measureTaps } from "#bench/taps.ts";
import { measureWeights } from "#bench/weights.ts";
import { measureWorkspace } from "#bench/workspace.ts";
import { Refusal, runCommand } from "./refusal.ts";

const resultsFile = "bench/results.json";

/** The trip of the demo that is measured: open, with an itinerary. */
const slug = "vieda-pilseta-jelgava";

/** What is measured, in this order, by the name with which it can be asked for alone. */
const parts: Record<string, (served: Served) => Promise<Figure[]>> = {
  weights: ({ address }) => measureWeights(address, slug),
  pages: (served) => measurePages(served, slug),
  registrations: measureRegistrations,
  delegations: measureDelegations,
  workspace: measureWorkspace,
  papers: measurePapers,
  batch: (served) => measureBatch(served, slug),
  board: measureBoard,
  taps: measureTaps,
  synchronising: measureSynchronising,
  "taken-along": measureTakenAlong,
  // The last, since the database still tidies up after it.
  exports: measureExports,
};

const wanted = process.argv.slice(2);

await runCommand(async () => {
  const unknown = wanted.find((name) => !Object.hasOwn(parts, name));
  if (unknown) throw new Refusal(`Usage: npm run bench [-- ${Object.keys(parts).join(" | ")}]`);
  await whileServed(async (served) => {
    const figures: Figure[] = [];
    for (const [name, measure] of Object.entries(parts)) {
      if (wanted.length === 0 || wanted.includes(name)) figures.push(...(await measure(served)));
    }
    for (const figure of figures) console.log(line(figure));
    // A file of a part would look as if the rest were not measured any more.
    if (wanted.length === 0) write(figures);
  });
});
process.exit();

function write(figures: readonly Figure[]): void {
  const machine = {
    processor: cpus()[0]?.model ?? "unknown",
    processors: availableParallelism(),
    node: process.versions.node,
  };
  const results = { measured: new Date().toISOString().slice(0, 10), machine, figures };
  writeFileSync(resultsFile, `${JSON.stringify(results, written, 2)}\n`);
  console.log(`Written to ${resultsFile}`);
}

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
