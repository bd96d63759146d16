import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { missingOptional, platformOf } from "./complete-lock.js";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, { version?: string; optionalDependencies?: Record<string, string> }>;
};

test("the lock file names every optional package, so that npm ci accepts it", () => {
  expect(missingOptional(lock)).toEqual([]);
});

/** Below these, holes are known: an image optimiser, sign-in links, mail addresses. */
const floors = { next: "16.4.6", "next-auth": "4.24.15", nodemailer: "9.1.0" };

test.each(Object.entries(floors))("every %s in the lock file is at least %s", (name, floor) => {
  const versions = Object.entries(lock.packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, { version = "0.0.0" }]) => version);
  expect(versions).not.toEqual([]);
  expect(versions.filter((version) => isBelow(version, floor))).toEqual([]);
});

test.each([
  ["4.24.14", "4.24.15", true],
  ["4.24.15", "4.24.15", false],
  ["4.25.0", "4.24.15", false],
  ["10.6.0", "9.1.0", false],
])("whether %s is below %s: %s", (version, floor, below) => {
  expect(isBelow(version, floor)).toBe(below);
});

test.each([
  ["@next/swc-linux-x64-musl", { os: ["linux"], cpu: ["x64"], libc: ["musl"] }],
  ["@oxc-parser/binding-linux-arm-gnueabihf", { os: ["linux"], cpu: ["arm"], libc: ["glibc"] }],
  ["@biomejs/cli-darwin-arm64", { os: ["darwin"], cpu: ["arm64"] }],
  ["@tailwindcss/oxide-wasm32-wasi", { cpu: ["wasm32"] }],
])("%s runs where its name says", (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});

function isBelow(version: string, floor: string): boolean {
  const [left, right] = [version, floor].map((text) => text.split(".").map(Number));
  const place = right?.findIndex((number, index) => number !== left?.[index]) ?? -1;
  return place >= 0 && (left?.[place] ?? 0) < (right?.[place] ?? 0);
}
