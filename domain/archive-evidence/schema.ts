import * as z from "zod/mini";
import {
  day,
  email,
  filled,
  isBefore,
  list,
  localized,
  moment,
  number,
  text,
} from "#domain/archive-field/schema.ts";
import { mostSheetBytes } from "#domain/sheet/schema.ts";

/** What the signed sheets of one file have together at most: 30 MB, which are 40 MB as text. */
export const mostSheetsBytes = 30 * 1024 * 1024;

/**
 * So many pixels have the pictures among them together at most, as some 30 pages from a scanner at 300 dpi: a file of
 * any size can say that there are more than a server reads in an hour.
 */
export const mostSheetsPixels = 300_000_000;

const sheet = z.strictObject({
  date: day,
  name: filled(200),
  type: z.enum(["application/pdf", "image/jpeg", "image/png"], "notChoice"),
  bytes: number(1, mostSheetBytes),
  sha256: filled(64).check(z.regex(/^[0-9a-f]{64}$/, "sheetOtherContent")),
  addedBy: email,
  addedAt: moment,
  /** In base64; null where it was not asked for, or did not fit. */
  content: z.nullable(text(Math.ceil(mostSheetBytes / 3) * 4)),
});

export type SheetEntry = z.infer<typeof sheet>;

/** Whether a signature stands on the sheet of a day, as somebody read it. */
const signature = z.strictObject({
  date: day,
  registration: number(1, 100_000),
  signed: z.boolean("notYesNo"),
  explanation: z.exactOptional(filled(5_000)),
  readBy: email,
  readAt: moment,
});

/** A time during which a day was locked; without `reopened` it still is. */
const lock = z
  .strictObject({
    date: day,
    lockedAt: moment,
    lockedBy: email,
    present: number(0, 100_000),
    people: number(0, 100_000),
    reopened: z.exactOptional(z.strictObject({ at: moment, by: email, reason: filled(500) })),
  })
  .check(
    z.refine(({ present, people }) => present <= people, { error: "tooLarge", path: ["present"] }),
    z.refine(({ lockedAt, reopened }) => !reopened || !isBefore(reopened.at, lockedAt), {
      error: "endsBefore",
      path: ["reopened", "at"],
    }),
  );

const certificate = z
  .strictObject({
    /** What the code on it holds. */
    id: z.guid("notId"),
    number: filled(50),
    /** The organisation whose trip it was where it was issued. */
    issuer: filled(300),
    registration: number(1, 100_000),
    name: filled(300),
    organisation: filled(300),
    institution: z.nullable(text(300)),
    position: text(200),
    tripTitle: localized(200),
    days: list(day, 31).check(z.minLength(1, "empty")),
    hours: z.nullable(z.number("notNumber").check(z.gt(0, "tooSmall"), z.lt(10_000, "tooLarge"))),
    issuedAt: moment,
    issuedBy: email,
    replacedAt: z.nullable(moment),
  })
  .check(
    z.refine(({ issuedAt, replacedAt }) => replacedAt === null || !isBefore(replacedAt, issuedAt), {
      error: "endsBefore",
      path: ["replacedAt"],
    }),
  );

export type CertificateEntry = z.infer<typeof certificate>;

/** What proves who was there. Each list is in the order in which it came about. */
export const evidence = z.strictObject({
  sheets: list(sheet, 1_000),
  signatures: list(signature, 200_000),
  locks: list(lock, 10_000),
  certificates: list(certificate, 50_000),
});

export type Evidence = z.infer<typeof evidence>;
