import { step } from "../step.ts";
import { type DataFolder, takeDataFolder } from "./data-folder.ts";
import { startEmbedded } from "./embedded.ts";
import { environment, lastLine } from "./environment.ts";
import { prepare } from "./prepare.ts";
import { clearLeftovers, type Recorder, recorder } from "./processes.ts";
import { refusePort } from "./refuse-port.ts";
import { keepRunning, type Service } from "./service.ts";
import type { Mode, Settings } from "./settings.ts";
import { startWeb, startWorker } from "./web.ts";

/** Runs the whole product until `stop`, then ends it in order: web and worker, then the database. */
export async function runProduct(settings: Settings, mode: Mode, stop: AbortSignal): Promise<void> {
  const folder = takeDataFolder(settings.dataFolder);
  const services: Service[] = [];
  let database: Service | undefined;
  try {
    await clearLeftovers(folder.path);
    await refusePort(settings);
    const record = recorder(folder, settings.appUrl);
    const brought = settings.databaseUrl ? null : await bringDatabase(folder, record);
    database = brought?.service;
    stop.throwIfAborted();
    const url = settings.databaseUrl ?? (brought as { url: string }).url;
    const env = environment(settings, folder.path, url, mode);
    await prepare(settings, url, env, mode, stop);
    await serve(settings, mode, env, record, services);
    stop.throwIfAborted();
    console.log(lastLine(settings));
    const failures = [...services, ...(database ? [database] : [])].map(({ failed }) => failed);
    await Promise.race([aborted(stop), ...failures]);
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    await Promise.allSettled(services.map((service) => service.stop()));
    await database?.stop();
    folder.release();
  }
}

/** After a crash it comes back at the same port, so that the address stays valid for the others. */
async function bringDatabase(
  { path }: DataFolder,
  record: Recorder,
): Promise<{ service: Service; url: string }> {
  return step(
    "PostgreSQL starts",
    async () => {
      let port: number | undefined;
      let url = "";
      const service = await keepRunning("PostgreSQL", async () => {
        const cluster = await startEmbedded(path, port);
        record.process("postgres", cluster.pid);
        ({ port, url } = cluster);
        return cluster;
      });
      return { service, url };
    },
    ({ url }) => `PostgreSQL runs at ${new URL(url).host}, its data is in ${path}`,
  );
}

async function serve(
  settings: Settings,
  mode: Mode,
  env: NodeJS.ProcessEnv,
  record: Recorder,
  services: Service[],
): Promise<void> {
  const start = async (name: string, run: Parameters<typeof keepRunning>[1]) => {
    services.push(await keepRunning(name, run));
  };
  await step(
    "Web server and worker start",
    async () => {
      // Both are waited for, so that one that runs is stopped when the other cannot.
      const [web, worker] = await Promise.allSettled([
        start("The web server", () =>
          startWeb(mode, settings, { env, onSpawn: record.child("web") }),
        ),
        start("The worker", () => startWorker({ env, onSpawn: record.child("worker") })),
      ]);
      // Somebody may have taken the port since it was looked at.
      if (web.status === "rejected") await refusePort(settings);
      for (const result of [web, worker]) if (result.status === "rejected") throw result.reason;
    },
    () => "Web server and worker run",
  );
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
