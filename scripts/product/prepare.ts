import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../refusal.ts";
import { step } from "../step.ts";
import { ensureBuild } from "./build.ts";
import { endOf, holdOutput, spawnNode } from "./child.ts";
import { inspectDatabase } from "./database.ts";
import type { Mode, Settings } from "./settings.ts";

/** Brings the database and the build up to date. */
export async function prepare(
  settings: Settings,
  url: string,
  env: NodeJS.ProcessEnv,
  mode: Mode,
  stop: AbortSignal,
): Promise<void> {
  const { empty } = settings.databaseUrl
    ? await step(
        "The database is asked",
        () => inspectDatabase(url),
        ({ version }) => `PostgreSQL ${version} answers at ${new URL(url).host}`,
      )
    : await inspectDatabase(url);
  await runScript("db-migrate", env, stop);
  if (settings.demoData) await seed(settings.dataFolder, empty, env, stop);
  else if (empty) await runScript("db-seed", env, stop, ["register"]);
  if (mode === "development") return;
  await step(
    "Building",
    () => ensureBuild(stop),
    (built) => (built ? "Built" : "Build up to date"),
  );
}

/** The demo data, into an empty database, or one whose loading was broken off. */
async function seed(
  dataFolder: string,
  empty: boolean,
  env: NodeJS.ProcessEnv,
  stop: AbortSignal,
): Promise<void> {
  const begun = join(dataFolder, "demo-data-unfinished");
  if (!empty && !existsSync(begun)) return;
  writeFileSync(begun, "");
  await runScript("db-seed", env, stop);
  rmSync(begun);
}

/** In a process of its own: what it loads does not stay in the memory of the one that watches. */
async function runScript(
  name: string,
  env: NodeJS.ProcessEnv,
  stop: AbortSignal,
  args: string[] = [],
): Promise<void> {
  const script = ["--disable-warning=ExperimentalWarning", `scripts/${name}.ts`, ...args];
  const child = spawnNode(script, { env });
  const output = holdOutput(child);
  stop.addEventListener("abort", () => child.kill("SIGTERM"), { once: true });
  const code = await endOf(child);
  stop.throwIfAborted();
  if (code !== 0) throw new Refusal(output.held());
  console.log(output.held());
}
