import { spawnSync } from "node:child_process";

let supported: boolean | undefined;

/**
 * A command line that ends with this process, even if it is killed: where Linux has `setpriv`, the
 * system sends the signal. Elsewhere the next start stops what was left.
 */
export function untilParentEnds(signal: "INT" | "TERM", line: string[]): string[] {
  const prefix = ["setpriv", "--pdeathsig", signal, "--"];
  supported ??= process.platform === "linux" && works([...prefix, "true"]);
  return supported ? [...prefix, ...line] : line;
}

function works([program = "", ...args]: string[]): boolean {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}
