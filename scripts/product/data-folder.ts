import { randomBytes } from "node:crypto";
import { accessSync, constants, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../refusal.ts";
import { lockFile } from "./file-lock.ts";

/** One process of a start, so that the next start can clear it away should this one be killed. */
export type Recorded = { name: string; pid: number; birth: string | null };

export type Running = { pid: number; address: string; processes: Recorded[] };

/** The data folder, held by this process alone until `release` or its end. */
export type DataFolder = {
  path: string;
  record: (running: Running) => void;
  release: () => void;
};

/** Takes the folder, making it at the first start; refuses when another start holds it. */
export function takeDataFolder(path: string): DataFolder {
  try {
    // Root's folder lets `nobody`, who runs PostgreSQL, pass through.
    mkdirSync(path, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    accessSync(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Refusal(
      `The data folder ${path} cannot be written (${code}). Change its owner or its rights, or choose another: DATA_DIR=/path/to/folder`,
    );
  }
  const lock = lockFile(join(path, "lock"));
  if (!lock) {
    const other = readRunning(path);
    throw new Refusal(
      `Pieredze already runs on ${path}${other ? ` (process ${other.pid}, ${other.address})` : ""}. Stop it first, or choose another DATA_DIR and PORT.`,
    );
  }
  return {
    path,
    record: (running) => {
      const file = join(path, "running.json");
      writeFileSync(`${file}.new`, JSON.stringify(running), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
    release: lock.release,
  };
}

/** What the last start wrote down; null before the first. It may have ended since. */
export function readRunning(path: string): Running | null {
  try {
    return JSON.parse(readFileSync(join(path, "running.json"), "utf8")) as Running;
  } catch {
    return null;
  }
}

/** A random text of the folder's own, made at the first asking, readable by its owner alone. */
export function keptSecret(path: string, name: string): string {
  const file = join(path, name);
  try {
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}
