import { appendFileSync, writeFileSync } from "node:fs";
import * as mupdf from "mupdf";

const [width, height] = [640, 480];

/** Where the first badge of a sheet has its code, in millimetres from the sheet's corner. */
const codeOfFirst = { left: 64, top: 33.5, width: 48, height: 36 };

/** A picture in grey of what a camera sees that is held before the code of the first badge of a printed sheet. */
export function codeOfBadge(pdf: Uint8Array): Uint8Array {
  const page = mupdf.Document.openDocument(Buffer.from(pdf), "application/pdf").loadPage(0);
  const dots = width / codeOfFirst.width;
  const scale = (dots * 25.4) / 72;
  const sheet = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceGray, false);
  const [left, top] = [Math.round(codeOfFirst.left * dots), Math.round(codeOfFirst.top * dots)];
  const [pixels, stride] = [sheet.getPixels(), sheet.getStride()];
  const picture = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (top + y) * stride + left;
    picture.set(pixels.subarray(from, from + width), y * width);
  }
  return picture;
}

const nothing = new Uint8Array(width * height).fill(200);

/** A film that shows each picture for three seconds and nothing for one in between, as Chromium takes it for a camera. */
export function filmOf(pictures: readonly Uint8Array[], file: string): void {
  const colourless = Buffer.alloc((width * height) / 2, 128);
  writeFileSync(file, `YUV4MPEG2 W${width} H${height} F5:1 Ip A1:1 C420jpeg\n`);
  for (const picture of pictures) {
    for (let at = 0; at < 20; at++) {
      const frame = [Buffer.from("FRAME\n"), at < 15 ? picture : nothing, colourless];
      appendFileSync(file, Buffer.concat(frame));
    }
  }
}
