import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../free-port.ts";
import { endOf, holdOutput, spawnNode } from "../product/child.ts";
import { Refusal } from "../refusal.ts";

/** The product as `npm start` runs it, in a process of its own. */
export type Demo = {
  address: string;
  /** With which scripts reach the same data. */
  env: Record<string, string>;
  process: ChildProcess;
  /** The exit code. */
  ended: Promise<number | null>;
  output: () => string;
};

/** Where a product started for tests keeps its data, and at which port it answers. */
export type DemoPlace = { dataFolder: string; port: number };

export async function newDemoPlace(): Promise<DemoPlace & { remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), "pieredze-demo-"));
  return {
    dataFolder: join(folder, "data"),
    port: await freePort(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Begins a start with these further settings; whether it succeeds shows later. */
export function beginStart(
  { dataFolder, port }: DemoPlace,
  settings: Record<string, string> = {},
): Demo {
  const address = `http://localhost:${port}`;
  const env = { DATA_DIR: dataFolder, DATABASE_URL: "", AUTH_SECRET: "", SMTP_URL: "" };
  const child = spawnNode(["--disable-warning=ExperimentalWarning", "scripts/start.ts"], {
    env: {
      ...process.env,
      ...env,
      NODE_ENV: "production",
      PORT: String(port),
      HOST: "127.0.0.1",
      APP_URL: address,
      // Whoever runs the tests may have been started by npm; this start was not.
      npm_lifecycle_event: "",
      ...settings,
    },
  });
  return { address, env, process: child, ended: endOf(child), output: holdOutput(child).held };
}

/** Starts the product and waits until it says that it is ready; a refusal with what it said if not. */
export async function startDemo(
  place: DemoPlace,
  settings: Record<string, string> = {},
): Promise<Demo> {
  const demo = beginStart(place, settings);
  const ready = new Promise<"ready">((resolve) => {
    demo.process.stdout?.on("data", () => {
      if (demo.output().includes(`ready at ${demo.address}`)) resolve("ready");
    });
  });
  if ((await Promise.race([ready, demo.ended])) !== "ready") throw new Refusal(demo.output());
  return demo;
}

/** The product with fresh demo data on a free port, for as long as `work` runs. */
export async function withDemo<Value>(work: (demo: Demo) => Promise<Value>): Promise<Value> {
  const place = await newDemoPlace();
  try {
    const demo = await startDemo(place);
    try {
      return await work(demo);
    } finally {
      demo.process.kill("SIGTERM");
      await demo.ended;
    }
  } finally {
    place.remove();
  }
}
