import { once } from "node:events";
import type { TransformOptions } from "node:stream";
import { crc32, createDeflateRaw, type ZlibOptions } from "node:zlib";
import { Zip, type ZipInputFile } from "fflate";
import { withoutControls } from "#domain/export/rules.ts";
import type { CellType } from "#domain/export/schema.ts";
import { rigaClock } from "./riga-clock.ts";
import type { Sheet, SheetCell } from "./sheet.ts";
import {
  escaped,
  partsBefore,
  sheetBegins,
  sheetEnds,
  sheetPart,
  styleOf,
  workbookOf,
  workbookPart,
} from "./workbook-parts.ts";

/**
 * A workbook of one sheet, with a bold heading that stays in sight and a filter. Rows are taken as the reader reads
 * on, and let go when the reader leaves: no more than some hundred of them are ever held.
 */
export function xlsxStream(sheet: Sheet): ReadableStream<Uint8Array<ArrayBuffer>> {
  const packed = packs(parts(sheet));
  return new ReadableStream(
    {
      pull: async (controller) => {
        const { value, done } = await packed.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        await packed.return();
      },
    },
    { highWaterMark: 0 },
  );
}

type Part = { name: string; content: Iterable<string> | AsyncIterable<string> };

/** The part that names the area of the filter comes last, when the number of rows is known. */
function* parts(sheet: Sheet): Generator<Part> {
  for (const [name, text] of Object.entries(partsBefore(sheet.locale)))
    yield { name, content: [text] };
  const written = { rows: 0 };
  yield { name: sheetPart, content: rowsOf(sheet, written) };
  yield { name: workbookPart, content: [workbookOf(sheet.name, areaOf(sheet, written.rows))] };
}

/** As many as a sheet of Excel takes. */
const mostRows = 1_048_576;

async function* rowsOf(sheet: Sheet, written: { rows: number }): AsyncGenerator<string> {
  const { columns, rows } = sheet;
  const letters = columns.map((_, index) => columnName(index));
  const clock = rigaClock();
  const row = (cells: string[]) => {
    written.rows += 1;
    if (written.rows > mostRows) throw new Error(`More than ${mostRows} rows`);
    return `<row r="${written.rows}">${cells.join("")}</row>`;
  };
  const at = (column: number) => `${letters[column]}${written.rows + 1}`;
  yield sheetBegins(sheet);
  yield row(columns.map(({ heading }, column) => textCell(at(column), heading, styleOf.heading)));
  for await (const cells of rows) {
    yield row(
      cells.map((cell, column) => cellOf(at(column), cell, columns[column]?.type ?? "text", clock)),
    );
  }
  yield sheetEnds(areaOf(sheet, written.rows));
}

const areaOf = ({ columns }: Sheet, rows: number) =>
  `A1:${columnName(Math.max(0, columns.length - 1))}${rows}`;

/** `A` to `Z`, then `AA`. */
const columnName = (index: number): string =>
  (index < 26 ? "" : columnName(Math.floor(index / 26) - 1)) +
  String.fromCharCode(65 + (index % 26));

function cellOf(
  place: string,
  cell: SheetCell,
  type: CellType,
  clock: ReturnType<typeof rigaClock>,
): string {
  if (cell === null) return "";
  if (cell instanceof Date) return numberCell(place, serialOf(clock(cell)), styleOf.moment);
  if (typeof cell === "number") return numberCell(place, cell, styleOf.number);
  if (type === "day")
    return numberCell(place, serialOf(new Date(`${cell}T00:00:00Z`)), styleOf.day);
  return cell === "" ? "" : textCell(place, cell, styleOf.text);
}

const numberCell = (place: string, value: number, style: number) =>
  Number.isFinite(value) ? `<c r="${place}" s="${style}"><v>${value}</v></c>` : "";

/** Days since the last one of 1899, as workbooks count from March 1900 on (ECMA-376, 18.17.4.1). */
const serialOf = (at: Date) => at.getTime() / 86_400_000 + 25_569;

/** A text in its own cell is nothing but a text: neither a formula nor `#REF!`. */
const textCell = (place: string, text: string, style: number) =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(plain(text))}</t></is></c>`;

/** More letters in a cell Excel calls damage. */
const mostLetters = 32_767;

/** `_x0041_` would be read as the letter of that number: its first sign is given by its own number (22.9.2.19). */
const plain = (text: string) =>
  withoutControls(text.slice(0, mostLetters)).replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_");

const lettersAtOnce = 64 * 1024;

/** A few pieces wait to be compressed while the next is read. */
const compression: ZlibOptions & TransformOptions = {
  level: 3,
  writableHighWaterMark: 4 * lettersAtOnce,
};

/** Of a part: what follows is not more than one piece. */
const mostBytes = 4_000_000_000;

/** Parts as a ZIP, in pieces: each part is compressed while it is read, beside the thread that serves others. */
async function* packs(
  parts: Iterable<Part>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  let ready: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((failure, piece) => {
    if (failure) throw failure;
    if (piece.length > 0) ready.push(piece as Uint8Array<ArrayBuffer>);
  });
  const taken = () => {
    const pieces = ready;
    ready = [];
    return pieces;
  };
  for (const { name, content } of parts) {
    const entry: Entry = { filename: name, compression: 8, size: 0, crc: 0 };
    zip.add(entry);
    const deflate = createDeflateRaw(compression);
    deflate.on("data", (piece: Buffer<ArrayBuffer>) => entry.ondata?.(null, piece, false));
    try {
      for await (const text of inPieces(content)) {
        const bytes = Buffer.from(text);
        entry.size += bytes.length;
        entry.crc = crc32(bytes, entry.crc);
        if (entry.size > mostBytes) throw new Error(`${name} is too large for a ZIP`);
        if (!deflate.write(bytes)) await once(deflate, "drain");
        yield* taken();
      }
      deflate.end();
      await once(deflate, "end");
      entry.ondata?.(null, new Uint8Array(), true);
      yield* taken();
    } finally {
      deflate.destroy();
    }
  }
  zip.end();
  yield* taken();
}

/** `ondata` is set by the ZIP, to which the entry hands what is compressed. */
type Entry = ZipInputFile & { size: number; crc: number };

async function* inPieces(content: Part["content"]): AsyncGenerator<string> {
  let held = "";
  for await (const text of content) {
    held += text;
    if (held.length < lettersAtOnce) continue;
    yield held;
    held = "";
  }
  if (held) yield held;
}
