import { type LogoName, mostLogoBytes } from "./schema.ts";

/** The largest picture that is kept: the emblem's proportions at ten times the size at which pages show it. */
export const mostPixels = { width: 900, height: 600 };

/** A file with more is not opened: 6000 × 4000 is more than any printer needs of a logo. */
export const mostSentPixels = 24_000_000;

/** Kept as PNG, no picture of that size is larger. */
export const mostKeptBytes = 2 * 1024 * 1024;

/** Printed as large as the emblem, a picture with fewer is blurred. */
const fewestPixels = { width: 180, height: 120 };

/** One that is so much longer than high, or higher than long, cannot be read beside the emblem. */
const mostRatio = 6;

export type LogoProblem =
  | "logoMissing"
  | "logoTooLarge"
  | "logoHeic"
  | "logoWrongKind"
  | "logoUnreadable"
  | "logoTooHeavy"
  | "logoTooManyPixels"
  | "logoTooSmall"
  | "logoTooLong"
  | "logoBlank";

const heic = ["image/heic", "image/heic-sequence", "image/heif", "image/heif-sequence"];

export type LogoKind = "png" | "jpeg" | "svg";

const kinds: Record<string, LogoKind> = {
  "image/png": "png",
  "image/jpeg": "jpeg",
  "image/svg+xml": "svg",
};

/** What kind of logo a file is, or what is wrong with it; `mime` is what its content says it is. */
export function logoKind(size: number, mime: string | undefined): LogoKind | LogoProblem {
  if (size === 0) return "logoMissing";
  if (size > mostLogoBytes) return "logoTooLarge";
  if (mime !== undefined && heic.includes(mime)) return "logoHeic";
  return kinds[mime ?? ""] ?? "logoWrongKind";
}

type Picture = { width: number; height: number; bytes: number; blank: boolean };

/** What is wrong with a picture as it would be kept; null where it can be a logo. */
export function pictureProblem({ width, height, bytes, blank }: Picture): LogoProblem | null {
  if (blank) return "logoBlank";
  if (width > mostRatio * height || height > mostRatio * width) return "logoTooLong";
  if (width < fewestPixels.width && height < fewestPixels.height) return "logoTooSmall";
  return bytes > mostKeptBytes ? "logoTooLarge" : null;
}

/** A language left empty is not there. */
export const tidyName = ({ lv, en, lt }: LogoName) => ({
  lv,
  ...(en ? { en } : {}),
  ...(lt ? { lt } : {}),
});
