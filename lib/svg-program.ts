// A program of its own, which draws an SVG file from its input as a PNG to its output, and ends where that takes too much.
import { buffer } from "node:stream/consumers";
import sharp from "sharp";

/** A drawing of a few kilobytes can ask for hours: this is ten times what the largest real ones took. */
const mostMicroseconds = 3_000_000;
const mostMemory = 512 * 1024 * 1024;

// What draws has a thread of its own, and is not to be stopped in any other way.
setInterval(() => {
  const { user, system } = process.cpuUsage();
  const tooMuch = user + system > mostMicroseconds || process.memoryUsage.rss() > mostMemory;
  if (tooMuch) process.kill(process.pid, "SIGKILL");
}, 20);

const [density = 72, width = 1, height = 1] = process.argv.slice(2).map(Number);
const file = await buffer(process.stdin);
const drawn = await sharp(file, { failOn: "error", density })
  .resize({ width, height, fit: "inside", withoutEnlargement: true })
  .png()
  .toBuffer();
process.stdout.end(drawn, () => process.exit());
