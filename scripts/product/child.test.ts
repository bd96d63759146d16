import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { endOf, holdOutput, spawnNode } from "./child.ts";

const folder = mkdtempSync(join(tmpdir(), "pieredze-child-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

// A thread is given the same modules to load as the program that starts it.
it("a program that follows us may have threads that go on for a while", async () => {
  const thread = join(folder, "thread.cjs");
  const program = join(folder, "program.cjs");
  writeFileSync(thread, "setTimeout(() => {}, 700)");
  writeFileSync(
    program,
    `const { Worker } = require("node:worker_threads");
    new Worker(${JSON.stringify(thread)}).on("exit", () => console.log("thread done"));`,
  );
  const child = spawnNode([program], { env: process.env });
  const { held } = holdOutput(child);
  expect({ code: await endOf(child), said: held() }).toEqual({ code: 0, said: "thread done" });
});

// Compilers hand on how they were started to programs of their own, but no channel.
it("what a program that follows us starts itself is left to that program", async () => {
  const program = join(folder, "parent.cjs");
  writeFileSync(
    program,
    `const { spawn } = require("node:child_process");
    const line = [...process.execArgv, "-e", "setTimeout(() => console.log('finished'), 700)"];
    spawn(process.execPath, line, { stdio: "inherit" });`,
  );
  const child = spawnNode([program], { env: process.env });
  const { held } = holdOutput(child);
  expect({ code: await endOf(child), said: held() }).toEqual({ code: 0, said: "finished" });
});
