import { spawnSync } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../checks/temporary-folder.ts";
import { keptSecret, takeDataFolder } from "./data-folder.ts";

test("a folder is held by one process; the second is told by whom and where", () => {
  const path = temporaryFolder();
  const held = takeDataFolder(path);
  held.record({ pid: 4711, address: "http://localhost:3000", processes: [] });
  const second = () => spawnSync(process.execPath, ["--input-type=module", "-e", taking(path)]);
  expect(String(second().stdout)).toBe(
    `Pieredze already runs on ${path} (process 4711, http://localhost:3000). Stop it first, or choose another DATA_DIR and PORT.\n`,
  );
  held.release();
  expect(String(second().stdout)).toBe("taken\n");
});

test("a process that was killed holds nothing any more", () => {
  const path = temporaryFolder();
  const kill = "process.kill(process.pid, 'SIGKILL')";
  const killed = spawnSync(process.execPath, ["--input-type=module", "-e", taking(path, kill)]);
  expect(killed.signal).toBe("SIGKILL");
  takeDataFolder(path).release();
});

test("a folder that cannot be made is refused with the remedy", () => {
  const file = join(temporaryFolder(), "file");
  writeFileSync(file, "");
  expect(() => takeDataFolder(join(file, "data"))).toThrow(
    /^The data folder .*file\/data cannot be written \(ENOTDIR\)\. .* DATA_DIR=\/path\/to\/folder$/,
  );
});

test("a secret is made once, is long, and can be read by its owner alone", () => {
  const path = temporaryFolder();
  const secret = keptSecret(path, "auth-secret");
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(keptSecret(path, "auth-secret")).toBe(secret);
  expect(statSync(join(path, "auth-secret")).mode & 0o777).toBe(0o600);
});

function taking(path: string, then = "console.log('taken')"): string {
  const module = new URL("data-folder.ts", import.meta.url).href;
  return `import { takeDataFolder } from ${JSON.stringify(module)};
    try { takeDataFolder(${JSON.stringify(path)}); ${then} }
    catch (error) { console.log(error.message) }`;
}
