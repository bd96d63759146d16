import type { People } from "#domain/archive-people/schema.ts";
import { problemIf, repeated, unknown } from "#domain/archive-problem/rules.ts";
import type { Problem } from "#domain/archive-problem/schema.ts";
import { type Evidence, mostSheetsBytes, mostSheetsPixels } from "./schema.ts";

type Given = { days: readonly string[]; people: People | null };

/** What does not fit together in what a file says of evidence. */
export function evidenceProblems(evidence: Evidence, given: Given, now: Date): Problem[] {
  const { sheets, signatures, locks, certificates } = evidence;
  const at = (part: keyof Evidence) => (index: number, field: string) => [
    "evidence",
    part,
    index,
    field,
  ];
  const days = new Set(given.days);
  const numbers = new Set(given.people?.registrations.map(({ number }) => number));
  const late = (moment: string) => Date.parse(moment) > now.getTime();
  const [sheet, signature, certificate] = [at("sheets"), at("signatures"), at("certificates")];
  return [
    ...sheets.flatMap(({ date, addedAt }, index) => [
      ...unknown(days, date, sheet(index, "date")),
      ...problemIf(late(addedAt), sheet(index, "addedAt"), "inFuture"),
    ]),
    ...repeated(
      sheets.map(({ date, sha256 }) => `${date} ${sha256}`),
      (index) => sheet(index, "sha256"),
    ),
    ...problemIf(
      contentBytes(evidence) > mostSheetsBytes,
      ["evidence", "sheets"],
      "sheetsTooLarge",
    ),
    ...signatures.flatMap(({ date, registration, readAt }, index) => [
      ...unknown(days, date, signature(index, "date")),
      ...unknown(numbers, registration, signature(index, "registration")),
      ...problemIf(late(readAt), signature(index, "readAt"), "inFuture"),
    ]),
    ...lockProblems(locks, days, late),
    ...certificates.flatMap(({ registration, issuedAt, replacedAt }, index) => [
      ...unknown(numbers, registration, certificate(index, "registration")),
      ...problemIf(late(replacedAt ?? issuedAt), certificate(index, "issuedAt"), "inFuture"),
    ]),
    ...repeated(
      certificates.map(({ id }) => id.toLowerCase()),
      (index) => certificate(index, "id"),
    ),
    ...repeated(
      certificates.map(({ registration, replacedAt }) =>
        replacedAt === null ? registration : null,
      ),
      (index) => certificate(index, "registration"),
    ),
  ];
}

/** A day is locked once it was reopened, and never twice at a time. */
function lockProblems(
  locks: Evidence["locks"],
  days: ReadonlySet<string>,
  late: (moment: string) => boolean,
): Problem[] {
  const opened = new Map<string, string | null>();
  return locks.flatMap(({ date, lockedAt, reopened }, index) => {
    const path = ["evidence", "locks", index];
    const before = opened.get(date);
    opened.set(date, reopened?.at ?? null);
    return [
      ...unknown(days, date, [...path, "date"]),
      ...problemIf(late(reopened?.at ?? lockedAt), [...path, "lockedAt"], "inFuture"),
      ...problemIf(
        before === null || (before !== undefined && Date.parse(lockedAt) < Date.parse(before)),
        [...path, "lockedAt"],
        "lockedTwice",
      ),
    ];
  });
}

/** Bytes of all contents of sheets that the file holds. */
export const contentBytes = ({ sheets }: Pick<Evidence, "sheets">): number =>
  sheets.reduce((sum, { content, bytes }) => sum + (content === null ? 0 : bytes), 0);

/** Every address by which a file calls somebody who did something for its evidence. */
export const evidenceDoersIn = ({
  sheets,
  signatures,
  locks,
  certificates,
}: Evidence): string[] => [
  ...sheets.map(({ addedBy }) => addedBy),
  ...signatures.map(({ readBy }) => readBy),
  ...locks.flatMap(({ lockedBy, reopened }) => (reopened ? [lockedBy, reopened.by] : [lockedBy])),
  ...certificates.map(({ issuedBy }) => issuedBy),
];

/** The sheets, first those that came first, whose contents fit into one file: by their bytes and by their pixels. */
export function fittingSheets<Sheet extends { bytes: number; pixels: number }>(
  sheets: readonly Sheet[],
): Sheet[] {
  const left = { bytes: mostSheetsBytes, pixels: mostSheetsPixels };
  return sheets.filter(({ bytes, pixels }) => {
    if (bytes > left.bytes || pixels > left.pixels) return false;
    left.bytes -= bytes;
    left.pixels -= pixels;
    return true;
  });
}
