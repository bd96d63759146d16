import { writeCsvStream } from "hucre/csv";
import { neutralised } from "#domain/export/rules.ts";
import type { CellType } from "#domain/export/schema.ts";
import type { Locale } from "#lib/locales.ts";
import { rigaClock } from "./riga-clock.ts";

/** A text, a number, a moment, a day as its ISO date in a column of days, or nothing. */
export type SheetCell = string | number | Date | null;

/** A table in words. Its rows can be read once. */
export type Sheet = {
  /** At most 31 letters. */
  name: string;
  locale: Locale;
  /** `width` in letters. */
  columns: { heading: string; type: CellType; width: number }[];
  rows: AsyncIterable<SheetCell[]>;
};

/**
 * UTF-8 with its mark, semicolons and CRLF, as Excel opens it with Latvian settings. Rows are taken as the reader
 * reads on, and let go when the reader leaves.
 */
export function csvStream({ columns, rows, locale }: Sheet): ReadableStream<Uint8Array> {
  const headers = columns.map(({ heading }) => neutralised(heading));
  const clock = rigaClock();
  const written = async function* () {
    for await (const row of rows) yield row.map((cell) => csvCell(cell, locale, clock));
  };
  return writeCsvStream(written(), { delimiter: ";", bom: true, headers });
}

function csvCell(
  cell: SheetCell,
  locale: Locale,
  clock: ReturnType<typeof rigaClock>,
): string | null {
  if (cell === null) return null;
  if (typeof cell === "string") return neutralised(cell);
  if (cell instanceof Date) return clock(cell).toISOString().slice(0, 16).replace("T", " ");
  return locale === "en" ? String(cell) : String(cell).replace(".", ",");
}
