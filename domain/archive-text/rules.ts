import {
  mostArchiveBytes,
  mostBytesBesides,
  type TripArchive,
  tripArchive,
} from "#domain/archive/schema.ts";
import {
  type Problem,
  type ProblemReason,
  problemReasons,
} from "#domain/archive-problem/schema.ts";

type Read = { ok: true; archive: TripArchive } | { ok: false; problems: Problem[] };

/** Deeper than any trip's file goes; what is deeper is never taken apart. */
const deepest = 20;

/** A file of any origin as a trip's file, or everything that is wrong with its shape. */
export function readArchive(text: string): Read {
  if (Buffer.byteLength(text) > mostArchiveBytes) return wrong("fileTooLarge");
  if (text.trim() === "") return wrong("fileEmpty");
  if (depthOf(text) > deepest) return wrong("tooDeep");
  const value = parsed(text);
  if (value === undefined) return wrong("notJson");
  if (Buffer.byteLength(text) - sheetLetters(value) > mostBytesBesides) {
    return wrong("fileTooLarge");
  }
  const strange = strangeIn(value);
  if (strange) return { ok: false, problems: [strange] };
  // Of another kind or version of file, nothing but that is worth saying.
  const head = headProblem(value);
  if (head) return { ok: false, problems: [head] };
  const result = tripArchive.safeParse(value);
  if (result.success) return { ok: true, archive: result.data };
  return { ok: false, problems: result.error.issues.map((issue) => problemOf(issue, value)) };
}

const wrong = (reason: ProblemReason): Read => ({ ok: false, problems: [{ path: [], reason }] });

/** How deep brackets are nested, counted without taking the text apart. */
function depthOf(text: string): number {
  let [depth, most, inText] = [0, 0, false];
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (inText) {
      if (sign === "\\") index += 1;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === "{" || sign === "[") most = Math.max(most, ++depth);
    else if (sign === "}" || sign === "]") depth -= 1;
  }
  return most;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as unknown;
  } catch {
    return undefined;
  }
}

/** How long the contents of signed sheets are, if the file is one of a trip. */
function sheetLetters(value: unknown): number {
  const sheets = at(value, ["evidence", "sheets"]);
  if (!Array.isArray(sheets)) return 0;
  const contents = sheets.map((sheet) => at(sheet, ["content"]));
  return contents.reduce<number>((sum, one) => sum + (typeof one === "string" ? one.length : 0), 0);
}

const prototypeKeys = new Set(["__proto__", "constructor", "prototype"]);

/** The first key that means something to JavaScript, or text that no database keeps. */
function strangeIn(value: unknown): Problem | null {
  if (typeof value === "string") {
    const kept = value.isWellFormed() && !value.includes("\u0000");
    return kept ? null : { path: [], reason: "brokenText" };
  }
  if (typeof value !== "object" || value === null) return null;
  for (const key of Object.keys(value)) {
    if (prototypeKeys.has(key)) return { path: [key], reason: "unknownKey", facts: { name: key } };
    const strange = strangeIn((value as Record<string, unknown>)[key]);
    const here = Array.isArray(value) ? Number(key) : key;
    if (strange) return { ...strange, path: [here, ...strange.path] };
  }
  return null;
}

function headProblem(value: unknown): Problem | null {
  const format = at(value, ["format"]);
  if (format !== "pieredze-trip") return { path: ["format"], reason: "notFormat" };
  const version = at(value, ["version"]);
  if (version === 1) return null;
  const facts = { version: typeof version === "number" ? version : "?" };
  return { path: ["version"], reason: "notVersion", facts };
}

type Issue = { code?: string | undefined; path: PropertyKey[]; message: string; keys?: string[] };

/** Messages of ours are reasons; those of zod are sentences. */
const isReason = (message: string): message is ProblemReason =>
  (problemReasons as readonly string[]).includes(message);

function problemOf(issue: Issue, value: unknown): Problem {
  const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
  const [key] = issue.keys ?? [];
  if (issue.code === "unrecognized_keys" && key !== undefined) {
    return { path: [...path, key], reason: "unknownKey", facts: { name: key } };
  }
  if (at(value, path) === undefined) return { path, reason: "missing" };
  return { path, reason: isReason(issue.message) ? issue.message : "wrongKind" };
}

function at(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, part) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, part)
        ? (inner as Record<string | number, unknown>)[part]
        : undefined,
    value,
  );
}
