// After `npm install`: node scripts/complete-lock.js
//
// npm leaves a package of another platform out of the lock file when the registry does not offer it
// at that moment, and then refuses that lock in `npm ci`. This adds what is missing, without an
// integrity, since nothing was downloaded that one could be taken of.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Optional packages that the lock's own packages name and the lock does not hold.
 * @param {{ packages: Record<string, { optionalDependencies?: Record<string, string> }> }} lock
 * @returns {{ name: string, version: string, wantedBy: string }[]}
 */
export function missingOptional(lock) {
  return Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !resolves(lock, path, name))
      .map(([name, version]) => ({ name, version, wantedBy: path })),
  );
}

/** As Node looks for a package: beside the one that asks, then in each folder above. */
function resolves(lock, from, name) {
  let base = from;
  while (true) {
    if (`${base ? `${base}/` : ""}node_modules/${name}` in lock.packages) return true;
    if (!base) return false;
    base = base.slice(0, Math.max(0, base.lastIndexOf("node_modules/") - 1));
  }
}

/**
 * What a package's name says of where it runs: `@next/swc-linux-x64-musl` → linux, x64, musl.
 * @param {string} name
 * @returns {{ os?: string[], cpu: string[], libc?: string[] }}
 */
export function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = systems.find((word) => words.includes(word));
  const cpu = processors.find((word) => words.includes(word));
  if (!cpu || !(os || words.includes("wasi"))) {
    throw new Error(`Which platform is ${name} for? Teach scripts/complete-lock.js`);
  }
  const musl = words.some((word) => word.startsWith("musl"));
  const glibc = words.some((word) => /^(gnu|glibc)/.test(word));
  return {
    ...(os ? { os: [os] } : {}),
    cpu: [cpu],
    ...(os === "linux" && (musl || glibc) ? { libc: [musl ? "musl" : "glibc"] } : {}),
  };
}

const systems = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"];
const processors = ["arm", "arm64", "ia32", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

function complete(file) {
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingOptional(lock);
  for (const { name, version } of missing) {
    if (!/^\d/.test(version)) throw new Error(`${name} has no exact version: ${version}`);
    lock.packages[`node_modules/${name}`] = { version, ...platformOf(name), optional: true };
  }
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en"));
  lock.packages = Object.fromEntries(sorted);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`Lock file complete: ${missing.length} optional packages added`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) complete("package-lock.json");
