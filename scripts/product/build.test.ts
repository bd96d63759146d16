import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../checks/temporary-folder.ts";
import { sourceStamp } from "./build.ts";

function project(files: Record<string, string>): string {
  const root = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const files = { "app/page.tsx": "page", "package-lock.json": "{}", "next.config.ts": "config" };
test("the same sources make the same stamp, wherever they are", () => {
  expect(sourceStamp(project(files))).toBe(sourceStamp(project(files)));
});

test.each([
  { "app/page.tsx": "another page" },
  { "package-lock.json": '{"packages":{}}' },
  { "next.config.ts": "another config" },
  { "domain/trip/rules.ts": "a new file" },
])("%o makes the build stale", (change) => {
  expect(sourceStamp(project({ ...files, ...change }))).not.toBe(sourceStamp(project(files)));
});

test.each([
  { "e2e/trip.spec.ts": "a journey" },
  { "domain/trip/rules.test.ts": "a test" },
  { "docs/operations.md": "words" },
  { ".data/postgres.log": "a message" },
])("%o does not", (change) => {
  expect(sourceStamp(project({ ...files, ...change }))).toBe(sourceStamp(project(files)));
});
