import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, relative, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Refusal } from "../refusal.ts";
import { endOf, holdOutput, spawnNode } from "./child.ts";
import { lockFile } from "./file-lock.ts";

export const nextBin = "node_modules/next/dist/bin/next";
const stampFile = ".next/source-stamp";

/** Nothing in them becomes part of the build. */
const besides = new Set(["node_modules", "bench", "docs", "e2e", "scripts", "worker", "seed"]);

/** Builds if the build on disk is of other sources, packages or another Node; says whether it did. */
export async function ensureBuild(stop?: AbortSignal): Promise<boolean> {
  if (isBuilt()) return false;
  const lock = await takeTurn(stop);
  try {
    if (isBuilt()) return false;
    await build(stop);
    return true;
  } finally {
    lock.release();
  }
}

function isBuilt(): boolean {
  try {
    return readFileSync(stampFile, "utf8") === sourceStamp(".");
  } catch {
    return false;
  }
}

/** Two starts from one folder build one after the other; the second then finds it done. */
async function takeTurn(stop?: AbortSignal): Promise<{ release: () => void }> {
  try {
    mkdirSync(".next", { recursive: true });
    mkdirSync("node_modules/.cache", { recursive: true });
    accessSync(".next", constants.W_OK);
  } catch (error) {
    throw new Refusal(
      `The build is older than the sources, and ${resolve(".next")} cannot be written (${(error as NodeJS.ErrnoException).code}). Start once as the folder's owner.`,
    );
  }
  while (true) {
    const lock = lockFile("node_modules/.cache/build-lock");
    if (lock) return lock;
    await wait(500);
    stop?.throwIfAborted();
  }
}

/** Without settings: a build holds no secret and no address of this place. */
async function build(stop?: AbortSignal): Promise<void> {
  rmSync(stampFile, { force: true });
  const stamp = sourceStamp(".");
  const child = spawnNode([nextBin, "build"], { env: buildEnvironment() });
  const output = holdOutput(child);
  stop?.addEventListener("abort", () => child.kill("SIGTERM"), { once: true });
  const code = await endOf(child);
  stop?.throwIfAborted();
  if (code !== 0) throw new Refusal(`${output.held()}\nThe build failed: see the lines above.`);
  writeFileSync(stampFile, stamp);
}

function buildEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production" };
  for (const name of ["DATABASE_URL", "AUTH_SECRET", "SMTP_URL", "OIDC_CLIENT_SECRET"]) {
    delete env[name];
  }
  return { ...env, NEXT_TELEMETRY_DISABLED: "1" };
}

/** A fingerprint of everything that a build is made of. */
export function sourceStamp(root: string): string {
  const hash = createHash("sha256").update(process.version);
  for (const file of sourceFiles(root)) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const { name } = entry;
      if (name.startsWith(".") || besides.has(name)) return [];
      if (/\.test\.tsx?$|\.md$|\.tsbuildinfo$|^next-env\.d\.ts$/.test(name)) return [];
      const path = join(folder, name);
      return entry.isDirectory() ? sourceFiles(path) : [path];
    });
}
