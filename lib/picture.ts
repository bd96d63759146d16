import sharp from "sharp";

/** As many pixels as a large scanner gives; more are only there to fill the memory. */
const mostPixels = 120_000_000;

/**
 * The picture anew without what a camera writes beside it (where, when, with which device), the right way up;
 * null where it cannot be read to its end.
 */
export async function withoutMetadata(
  picture: Uint8Array,
  type: "image/jpeg" | "image/png",
): Promise<Buffer | null> {
  try {
    const upright = sharp(picture, { failOn: "error", limitInputPixels: mostPixels }).autoOrient();
    const made = type === "image/png" ? upright.png() : upright.jpeg({ quality: 92 });
    return await made.toBuffer();
  } catch {
    return null;
  }
}

/** Whether a picture can be read to its end and has nothing written beside it, as those that are kept. */
export async function isBare(picture: Uint8Array): Promise<boolean> {
  try {
    const image = sharp(picture, { failOn: "error", limitInputPixels: mostPixels });
    const { exif, xmp, iptc, comments } = await image.metadata();
    await image.stats();
    return [exif, xmp, iptc, comments].every((beside) => beside === undefined);
  } catch {
    return false;
  }
}
