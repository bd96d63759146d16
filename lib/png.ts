/** What stands in a PNG of its pixels, and how they are meant: nothing of it is packed but the pixels themselves. */
const ofPixels = new Set("IHDR PLTE tRNS cHRM gAMA sBIT sRGB bKGD pHYs IDAT IEND".split(" "));

/**
 * Whether nothing but pixels stands in a PNG, seen without opening any of it: words beside them can be packed a
 * thousandfold, in as many places as somebody likes.
 */
export function hasPixelsAlone(file: Buffer): boolean {
  let at = 8;
  while (at + 12 <= file.length) {
    if (!ofPixels.has(file.toString("latin1", at + 4, at + 8))) return false;
    at += 12 + file.readUInt32BE(at);
  }
  return at >= file.length;
}
