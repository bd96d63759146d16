import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

/** A PNG of a few bytes that says it has so many pixels, and has none. */
export function aPngThatSays(width: number, height: number): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const rows = chunk("IDAT", deflateSync(Buffer.alloc(64)));
  return Buffer.concat([signature, chunk("IHDR", size), rows, chunk("IEND", Buffer.alloc(0))]);
}

/** The same picture with thirty million letters beside it, which take thirty thousand bytes. */
export function withWords(png: Buffer): Buffer {
  const words = deflateSync(Buffer.alloc(30_000_000, "a"), { level: 9 });
  const beside = chunk("zTXt", Buffer.concat([Buffer.from("Comment\0\0", "latin1"), words]));
  return Buffer.concat([png.subarray(0, 33), beside, png.subarray(33)]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(content.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}

/** A picture that really has so many pixels, all of one colour: a few hundred kilobytes that fill the memory. */
export const aBomb = (width: number, height: number, type: "png" | "jpeg" = "png") =>
  sharp({ create: { width, height, channels: 3, background: "#1e6b3a" } })
    .toFormat(type)
    .toBuffer();
