import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import readWorkbook from "read-excel-file/universal";
import { mostMembers } from "#domain/delegation/schema.ts";
import { type PersonLine, peopleIn } from "#domain/people-list/rules.ts";
import type { Result } from "#lib/result.ts";

export type FileRefusal =
  | "fileEmpty"
  | "fileTooLarge"
  | "fileOldExcel"
  | "fileUnknown"
  | "fileBroken"
  | "fileTooMany"
  | "fileNobody";

/** 2 MiB: a list of 500 people with all that Excel adds has a tenth of it. */
export const mostFileBytes = 2 * 1024 * 1024;

/** What a workbook may be when it is unpacked: a small archive can hold a very large nothing. */
const mostUnpackedBytes = 32 * 1024 * 1024;

/**
 * The people in a file that a coordinator chose: XLSX, or text with commas, semicolons or tabs in UTF-8, UTF-16
 * or Windows-1257. What it is, its content says and not its name. Of a workbook, the first sheet with anybody
 * in it counts.
 */
export async function readPeopleFile(
  bytes: Uint8Array,
): Promise<Result<{ people: PersonLine[] }, FileRefusal>> {
  if (bytes.length === 0) return refused("fileEmpty");
  if (bytes.length > mostFileBytes) return refused("fileTooLarge");
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refused("fileOldExcel");
  const tables = begins(bytes, [0x50, 0x4b]) ? await sheetsOf(bytes) : tableOf(bytes);
  if (typeof tables === "string") return refused(tables);
  const people = tables.map(peopleIn).find((found) => found.some(isSomebody)) ?? [];
  if (people.length === 0) return refused("fileNobody");
  if (people.length > mostMembers) return refused("fileTooMany");
  return { ok: true, people };
}

const refused = (reason: FileRefusal) => ({ ok: false, reason }) as const;

const begins = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, index) => bytes[index] === byte);

const isSomebody = ({ givenName, familyName, email }: PersonLine) =>
  email !== "" || (givenName !== "" && familyName !== "");

type Table = string[][];

async function sheetsOf(bytes: Uint8Array): Promise<Table[] | FileRefusal> {
  try {
    let unpacked = 0;
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize;
        return false;
      },
    });
    if (unpacked > mostUnpackedBytes) return "fileTooLarge";
    if (isScattered(bytes)) return "fileTooMany";
    const sheets = await readWorkbook(new Blob([bytes as BlobPart]));
    return sheets.map(({ data }) => data.map((row) => row.map(textOfCell)));
  } catch {
    return "fileBroken";
  }
}

/** Rows and columns of a list, with room to spare: a reader fills up all that lies before a cell far out. */
const farthest = { row: 5_000, letters: 2 };

function isScattered(bytes: Uint8Array): boolean {
  const sheets = unzipSync(bytes, { filter: ({ name }) => name.startsWith("xl/worksheets/") });
  return Object.values(sheets).some((sheet) => {
    const text = new TextDecoder().decode(sheet);
    return [...text.matchAll(/\sr=["']([A-Z]*)(\d+)["']/gi)].some(
      ([, letters = "", row = ""]) =>
        letters.length > farthest.letters || Number(row) > farthest.row,
    );
  });
}

function textOfCell(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

function tableOf(bytes: Uint8Array): Table[] | FileRefusal {
  const text = textIn(bytes);
  if (text === null) return "fileUnknown";
  // The first line of Excel's own making: which separator is meant.
  const told = /^sep=(.)\r?\n/.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const delimiter = told?.[1] ?? separatorOf(body);
  try {
    return [parse(body, { delimiter, relax_column_count: true, skip_empty_lines: true })];
  } catch {
    return "fileBroken";
  }
}

/** Null where it is no text. */
function textIn(bytes: Uint8Array): string | null {
  const encoding = begins(bytes, [0xff, 0xfe])
    ? "utf-16le"
    : isUtf8(bytes)
      ? "utf-8"
      : "windows-1257";
  const text = new TextDecoder(encoding).decode(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what no list of people has
  return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? null : text;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The one that the first lines have most of. */
function separatorOf(text: string): string {
  const beginning = text.split(/\r\n|\r|\n/, 5).join("\n");
  const count = (separator: string) => beginning.split(separator).length;
  return [";", "\t", ","].toSorted((a, b) => count(b) - count(a))[0] ?? ";";
}
