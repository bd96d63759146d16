import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { homedir, userInfo } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

/** A browser's program and the environment that it runs in. */
export type Chromium = { executablePath: string; env: Record<string, string> };

/** The first there is: PLAYWRIGHT_CHROMIUM, an installed one, Playwright's own, the npm package's. */
export async function findChromium(): Promise<Chromium> {
  const found =
    process.env.PLAYWRIGHT_CHROMIUM || installedChromium() || (await playwrightsChromium());
  return found ? { executablePath: found, env: environment() } : packagedChromium();
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry) => entry[1] !== undefined);
  return Object.fromEntries(entries) as Record<string, string>;
}

function installedChromium(): string | undefined {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(":");
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  places.push("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  return places.find((place) => existsSync(place));
}

async function playwrightsChromium(): Promise<string | undefined> {
  const { chromium } = await import("@playwright/test");
  const place = chromium.executablePath();
  return existsSync(place) ? place : undefined;
}

/**
 * Chromium as an npm package brings it, packed. It unpacks into the temporary folder and takes
 * whatever version it finds there: so it gets a folder of its own, per user and version.
 */
async function packagedChromium(): Promise<Chromium> {
  const home = new URL("../../node_modules/@sparticuz/chromium/", import.meta.url);
  const { version } = JSON.parse(readFileSync(new URL("package.json", home), "utf8"));
  const folder = join(cacheFolder(), `chromium-${version}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const before = environment();
  process.env.TMPDIR = folder;
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    const executablePath = await chromium.executablePath();
    const libraries = missesLibraries(executablePath)
      ? { LD_LIBRARY_PATH: unpackLibraries(new URL("bin/al2023.tar.br", home), folder) }
      : {};
    return { executablePath, env: { ...before, ...libraries } };
  } finally {
    if (before.TMPDIR) process.env.TMPDIR = before.TMPDIR;
    else delete process.env.TMPDIR;
  }
}

function cacheFolder(): string {
  const base = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  return join(base, "pieredze", userInfo().username);
}

function missesLibraries(program: string): boolean {
  const { stdout } = spawnSync("ldd", [program], { encoding: "utf8" });
  return stdout?.includes("not found") ?? true;
}

/** The libraries that a bare system lacks are in the package as well. */
function unpackLibraries(archive: URL, folder: string): string {
  const libraries = join(folder, "al2023", "lib");
  if (!existsSync(libraries)) {
    const tar = brotliDecompressSync(readFileSync(archive));
    spawnSync("tar", ["-x", "-C", folder, "--one-top-level=al2023"], { input: tar });
  }
  return libraries;
}
