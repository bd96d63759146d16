import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../free-port.ts";
import { endOf, holdOutput, spawnNode } from "../product/child.ts";
import { Refusal } from "../refusal.ts";

export type Demo = {
  address: string;
  /** With which scripts reach the same data. */
  env: { DATA_DIR: string; DATABASE_URL: string };
};

/** Starts the product as `npm start` does, on a free port with fresh demo data, for as long as `work` runs. */
export async function withDemo<Value>(work: (demo: Demo) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), "pieredze-demo-"));
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const env = { DATA_DIR: join(folder, "data"), DATABASE_URL: "" };
  const settings = { PORT: String(port), APP_URL: address, HOST: "127.0.0.1", SMTP_URL: "" };
  const product = spawnNode(["--disable-warning=ExperimentalWarning", "scripts/start.ts"], {
    env: { ...process.env, ...env, ...settings, npm_lifecycle_event: "" },
  });
  const ended = endOf(product);
  const output = holdOutput(product);
  try {
    const ready = new Promise<"ready">((resolve) => {
      product.stdout?.on("data", () => {
        if (output.held().includes(`ready at ${address}`)) resolve("ready");
      });
    });
    if ((await Promise.race([ready, ended])) !== "ready") throw new Refusal(output.held());
    return await work({ address, env });
  } finally {
    product.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}
