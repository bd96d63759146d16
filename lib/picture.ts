import sharp from "sharp";
import { holdsSmallPictures } from "./svg.ts";
import { drawnApart } from "./svg-drawing.ts";

/** As many pixels as a large scanner gives; more are only there to fill the memory. */
const mostPixels = 120_000_000;

const carefully = { failOn: "error", limitInputPixels: mostPixels } as const;

/**
 * The picture anew without what a camera writes beside it (where, when, with which device), the right way up;
 * null where it cannot be read to its end.
 */
export async function withoutMetadata(
  picture: Uint8Array,
  type: "image/jpeg" | "image/png",
): Promise<Buffer | null> {
  try {
    const upright = sharp(picture, carefully).autoOrient();
    const made = type === "image/png" ? upright.png() : upright.jpeg({ quality: 92 });
    return await made.toBuffer();
  } catch {
    return null;
  }
}

/** What a picture says of itself before its pixels, of which none is read; null where it is none. */
export async function pictureSize(
  picture: Uint8Array,
): Promise<(Size & { format: string }) | null> {
  try {
    const { format, width, height } = await sharp(picture, { limitInputPixels: false }).metadata();
    return { format, width, height };
  } catch {
    return null;
  }
}

/** How many pixels a JPEG or PNG says that it has, of which none is read; 0 where it is neither. */
export async function pixelsOf(picture: Uint8Array): Promise<number> {
  const [first] = picture;
  const size = first === 0xff || first === 0x89 ? await pictureSize(picture) : null;
  return size ? size.width * size.height : 0;
}

/** Whether a picture can be read to its end and has nothing written beside it, as those that are kept. */
export async function isBare(picture: Uint8Array): Promise<boolean> {
  try {
    const image = sharp(picture, carefully);
    const { exif, xmp, iptc, comments } = await image.metadata();
    // Every line of it is read, for a tenth of what counting its colours takes.
    await image.resize({ width: 8, height: 8, fit: "fill" }).raw().toBuffer();
    return [exif, xmp, iptc, comments].every((beside) => beside === undefined);
  } catch {
    return false;
  }
}

type Size = { width: number; height: number };

/** A PNG; `blank` when nothing is to be seen on it. */
export type DrawnPicture = Size & { png: Buffer; blank: boolean };

/** What is as light as this everywhere is not seen on white. */
const white = 245;

/**
 * The pixels of a picture alone, on white, the right way up and no larger than `most`; an SVG file is drawn as large as
 * that, without anything that it refers to. Null where it cannot be read to its end, `tooHeavy` where an SVG file takes
 * too much to be drawn.
 */
export async function drawnOnWhite(
  picture: Uint8Array,
  most: Size,
): Promise<DrawnPicture | "tooHeavy" | null> {
  try {
    const { format, width, height } = await sharp(picture, carefully).metadata();
    if (format === "svg" && !(await holdsSmallPictures(picture))) return null;
    const scale = Math.min(most.width / width, most.height / height);
    const density = Math.min(Math.max(72 * scale, 1), 100_000);
    const pixels = format === "svg" ? await drawnApart(picture, { ...most, density }) : picture;
    if (pixels === null || pixels === "tooHeavy") return pixels;
    const drawn = sharp(pixels, carefully)
      .autoOrient()
      .resize({ ...most, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#fff" })
      .toColourspace("srgb")
      .png({ compressionLevel: 9 });
    const { data: png, info } = await drawn.toBuffer({ resolveWithObject: true });
    const { channels } = await sharp(png).stats();
    const blank = channels.every(({ min }) => min >= white);
    return { png, width: info.width, height: info.height, blank };
  } catch {
    return null;
  }
}

/** Whether a file that no signature tells is an SVG picture. */
export async function isSvg(file: Uint8Array): Promise<boolean> {
  try {
    return (await sharp(file, carefully).metadata()).format === "svg";
  } catch {
    return false;
  }
}
