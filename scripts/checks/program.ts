import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { endOf } from "../product/child.ts";

export type Ended = { code: number | null; output: string };

/** Runs an installed tool on this Node and collects what it says. */
export async function runTool(
  script: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  return runProgram(process.execPath, [`node_modules/${script}`, ...args], env);
}

export async function runProgram(
  program: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    endOf(child),
  ]);
  return { code, output: `${stdout}${stderr}`.trim() };
}
