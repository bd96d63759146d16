import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Font } from "fontkit";

const require = createRequire(import.meta.url);

/** TrueType files of the papers' letters: of the face itself, then of what stands in where it has no sign. */
const faces = {
  own: [
    require.resolve("@expo-google-fonts/ubuntu/400Regular/Ubuntu_400Regular.ttf"),
    require.resolve("@expo-google-fonts/ubuntu/500Medium/Ubuntu_500Medium.ttf"),
    require.resolve("@expo-google-fonts/ubuntu/700Bold/Ubuntu_700Bold.ttf"),
  ],
  others: [
    require.resolve("@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf"),
    require.resolve("@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf"),
    require.resolve("@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf"),
  ],
};

/** The bytes of every font that papers are set in. */
export const fontFiles = (): Buffer[] =>
  [...faces.own, ...faces.others].map((file) => readFileSync(file));

/** Stands where a sign cannot be printed. */
const replacement = "\ufffd";

/** What nearly every text is made of: all of it is in the face itself. */
const usual = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u017e\u2013\u2014\u2018-\u201e\u2022\u2026]*$/;

/** Controls, and signs without a look of their own, such as those that turn the direction of what follows. */
const unseen = /[[\p{Cc}\p{Cf}]--[\n\r\t\u200d]]/gv;

/** Signs that only change their neighbour, where that is no picture. */
const loose =
  /(?<!\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?)\u200d|(?<![\p{Extended_Pictographic}\d#*])\ufe0f/gu;

/**
 * A text as papers can print it: composed (NFC), without controls, and with `�` for each sign that no font has.
 * With `plain`, what is not in the face itself is replaced as well.
 */
export function printable(text: string, plain = false): string {
  const composed = text.toWellFormed().normalize("NFC");
  if (usual.test(composed)) return composed;
  const seen = composed.replace(unseen, "").replace(loose, "");
  const fonts = plain ? faces.own.slice(0, 1) : [faces.own[0] as string, ...faces.others];
  return [...seen]
    .map((sign) => (isSpace(sign) || hasSign(fonts, sign) ? sign : replacement))
    .join("");
}

const isSpace = (sign: string) => sign === "\n" || sign === "\t" || sign === "\r";

const opened = new Map<string, Font>();

function hasSign(fonts: readonly string[], sign: string): boolean {
  return fonts.some((file) => {
    const font = opened.get(file) ?? open(file);
    opened.set(file, font);
    return font.hasGlyphForCodePoint(sign.codePointAt(0) as number);
  });
}

/** What reads fonts is loaded with the first sign that needs it: most papers have none, and it takes 20 MB. */
function open(file: string): Font {
  const { create } = require("fontkit") as typeof import("fontkit");
  return create(readFileSync(file)) as Font;
}
