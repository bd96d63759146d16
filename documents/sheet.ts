import { writeCsvStream } from "hucre/csv";
import { type CellStyle, cellRef, type Cell as WrittenCell, writeXlsx } from "hucre/xlsx";
import { neutralised, withoutControls } from "#domain/export/rules.ts";
import type { CellType } from "#domain/export/schema.ts";
import { inRiga } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";

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

function csvCell(cell: SheetCell, locale: Locale, clock: Clock): string | null {
  if (cell === null) return null;
  if (typeof cell === "string") return neutralised(cell);
  if (cell instanceof Date) return clock(cell).toISOString().slice(0, 16).replace("T", " ");
  return locale === "en" ? String(cell) : String(cell).replace(".", ",");
}

/**
 * A workbook of one sheet, with a bold heading that stays in sight and a filter. Made in memory: a stream could
 * not have the filter.
 */
export async function xlsxFile({ name, locale, columns, rows }: Sheet): Promise<Uint8Array> {
  const clock = rigaClock();
  const headings = columns.map(({ heading }) => plain(heading));
  const written: XlsxCell[][] = [headings];
  const cells = new Map<string, Partial<WrittenCell>>();
  for (const [at, text] of headings.entries()) {
    cells.set(`0,${at}`, {
      ...(isError(text) ? runOf(text) : {}),
      style: { font: { bold: true } },
    });
  }
  for await (const row of rows) {
    const line = row.map((cell, at) => xlsxCell(cell, columns[at]?.type, clock));
    for (const [at, cell] of line.entries()) {
      if (isError(cell)) cells.set(`${written.length},${at}`, { ...runOf(cell), style: textStyle });
    }
    written.push(line);
  }
  const last = cellRef(written.length - 1, Math.max(0, columns.length - 1));
  return writeXlsx({
    sheets: [
      {
        name,
        columns: columns.map(({ type, width }) => ({ width, style: styleOf(type, locale) })),
        rows: written,
        cells,
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${last}` },
      },
    ],
  });
}

type XlsxCell = string | number | Date | null;

function xlsxCell(cell: SheetCell, type: CellType | undefined, clock: Clock): XlsxCell {
  if (typeof cell === "string") {
    return type === "day" ? new Date(`${cell}T00:00:00Z`) : plain(cell);
  }
  return cell instanceof Date ? clock(cell) : cell;
}

/** `_x0041_` would be read as the letter of that number: its first sign is given by its own number. */
const plain = (text: string) => withoutControls(text).replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_");

/** What a sheet says where it cannot compute, as `#REF!`: somebody's text may say the same. */
const isError = (cell: XlsxCell): cell is string =>
  typeof cell === "string" && /^#[A-Z]/.test(cell);

/** A text in a run of its own is nothing but a text. */
const runOf = (text: string): Partial<WrittenCell> => ({ richText: [{ text }] });

const textStyle: CellStyle = { numFmt: "@" };

function styleOf(type: CellType, locale: Locale): CellStyle {
  if (type === "text") return textStyle;
  if (type === "number") return {};
  return {
    numFmt: type === "day" ? dayFormats[locale] : `${dayFormats[locale]} ${timeFormats[locale]}`,
  };
}

const dayFormats: Record<Locale, string> = {
  lv: 'dd"."mm"."yyyy"."',
  en: "dd/mm/yyyy",
  lt: "yyyy-mm-dd",
};

const timeFormats: Record<Locale, string> = { lv: 'hh"."mm', en: "hh:mm", lt: "hh:mm" };

type Clock = (at: Date) => Date;

const hour = 3_600_000;

/**
 * Turns a moment into what the clocks in Riga showed, as if that were UTC: workbooks know no time zones. The
 * difference is asked for once an hour of the calendar, since it changes on the hour.
 */
function rigaClock(): Clock {
  const offsets = new Map<number, number>();
  return (at) => {
    const bucket = Math.floor(at.getTime() / hour);
    const offset = offsets.get(bucket) ?? inRiga(at).offsetNanoseconds / 1_000_000;
    offsets.set(bucket, offset);
    return new Date(Math.floor((at.getTime() + offset) / 1_000) * 1_000);
  };
}
