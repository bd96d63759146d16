import { existsSync } from "node:fs";
import { Refusal } from "../refusal.ts";
import { step } from "../step.ts";
import { build, isBuilt } from "./build.ts";
import { endOf, holdOutput, spawnNode } from "./child.ts";
import { inspectDatabase } from "./database.ts";
import type { Settings } from "./settings.ts";
import type { Mode } from "./web.ts";

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
  if (empty && settings.demoData && existsSync("db/seed/main.ts")) {
    await runScript("db-seed", env, stop);
  }
  if (mode === "development") return;
  if (isBuilt()) console.log("The build is of these sources");
  else
    await step(
      "Building",
      () => build(stop),
      () => "Built",
    );
}

/** In a process of its own: what it loads does not stay in the memory of the one that watches. */
async function runScript(name: string, env: NodeJS.ProcessEnv, stop: AbortSignal): Promise<void> {
  const child = spawnNode(["--disable-warning=ExperimentalWarning", `scripts/${name}.ts`], { env });
  const output = holdOutput(child);
  stop.addEventListener("abort", () => child.kill("SIGTERM"), { once: true });
  const code = await endOf(child);
  stop.throwIfAborted();
  if (code !== 0) throw new Refusal(output.held());
  console.log(output.held());
}
