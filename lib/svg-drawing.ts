import { spawn } from "node:child_process";
import { constants, homedir, setPriority } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";

type Wanted = { density: number; width: number; height: number };

/** Not a URL of this file: a bundle has it elsewhere. */
const program = join(process.cwd(), "lib/svg-program.ts");

/** However busy the machine is. */
const patience = 60_000;

let before: Promise<unknown> = Promise.resolve();

/**
 * An SVG file as a PNG of at most so many pixels, drawn by another process, one file at a time and behind everything that
 * people wait for; `tooHeavy` where drawing takes too much time or memory, null where it cannot be drawn.
 */
export function drawnApart(file: Uint8Array, wanted: Wanted): Promise<Buffer | "tooHeavy" | null> {
  const drawn = before.then(() => draw(file, wanted));
  before = drawn.catch(() => {});
  return drawn;
}

async function draw(file: Uint8Array, { density, width, height }: Wanted) {
  const facts = [density, width, height].map(String);
  const drawing = spawn(process.execPath, [/* turbopackIgnore: true */ program, ...facts], {
    stdio: ["pipe", "pipe", "ignore"],
    // Nothing of what this process knows; where fonts are looked for is found by the home.
    env: { NODE_ENV: "production", HOME: homedir(), VIPS_CONCURRENCY: "1" },
    timeout: patience,
    killSignal: "SIGKILL",
  });
  const ended = new Promise<NodeJS.Signals | number | null>((resolve, reject) => {
    drawing.once("error", reject);
    drawing.once("close", (code, signal) => resolve(signal ?? code));
  });
  if (drawing.pid) setPriority(drawing.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  // Whoever ends before all was read has its reason, which is told by how it ended.
  drawing.stdin.on("error", () => {}).end(file);
  const [png, end] = await Promise.all([buffer(drawing.stdout), ended]);
  if (end === "SIGKILL") return "tooHeavy";
  return end === 0 ? png : null;
}
