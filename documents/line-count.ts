import { widthAtMost } from "./letter-widths.ts";

/** Where Typst surely begins a new line when it has to: after a space between words, and after a hyphen within one. */
const breaks = /(?<=[\p{L}\p{N}.,;)] )(?=[\p{L}\p{N}(+])|(?<=\p{L}-)(?=\p{L})/u;

/**
 * How many lines words take at most in a column, whose width is told in units of the letters' size. Null when that is
 * not sure: they have a letter whose width is not known, or what cannot be broken is wider than the column.
 */
export function linesAtMost(words: string, width: number): number | null {
  let lines = 0;
  for (const line of words.split("\n")) {
    const taken = linesOf(line.split(breaks), width);
    if (taken === null) return null;
    lines += taken.length;
  }
  return lines;
}

/**
 * An e-mail address, broken before its @ where it is wider than the column, after dots of what then still is, and
 * anywhere where that is not enough.
 */
export function addressInLines(address: string, width: number): string {
  if (fits(address, width)) return address;
  const halves = address
    .split(/(?=@)/)
    .map((half) => linesOf(half.split(/(?<=\.)/), width) ?? linesOf([...half], width));
  return halves.includes(null) ? address : halves.flat().join("\n");
}

/** How many times the size of its letters (points) a column of a table has room for, beside its insets of 4 points. */
export const lettersAcross = (millimetres: number, letters: number): number =>
  ((millimetres * 72) / 25.4 - 8) / letters;

/** Pieces put on as few lines as they need. */
function linesOf(pieces: readonly string[], width: number): string[] | null {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && fits(last + piece, width)) lines[lines.length - 1] = last + piece;
    else if (fits(piece, width)) lines.push(piece);
    else return null;
  }
  return lines;
}

/** A space at the end of a line takes no room. */
const fits = (words: string, width: number) => widthAtMost(words.trimEnd()) <= width;
