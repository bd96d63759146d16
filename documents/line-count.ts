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

/** Pieces put on as few lines as they need. A space takes no room at the end of a line, but does at the end of all. */
function linesOf(pieces: readonly string[], width: number): string[] | null {
  const lines: string[] = [];
  for (const [at, piece] of pieces.entries()) {
    const shown = at < pieces.length - 1 ? piece.trimEnd() : piece;
    const last = lines.at(-1);
    if (last !== undefined && fits(last + shown, width)) lines[lines.length - 1] = last + piece;
    else if (fits(shown, width)) lines.push(piece);
    else return null;
  }
  return lines;
}

const fits = (words: string, width: number) => widthAtMost(words) <= width;
