import { createHash, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { fileTypeFromBuffer } from "file-type";
import type { Tx } from "#db/client.ts";
import { insertRows } from "#db/insert-rows.ts";
import { certificate } from "#db/schema/paper.ts";
import { dayLock, signature, signedSheet } from "#db/schema/sheet.ts";
import type { Problem } from "#domain/archive-problem/schema.ts";
import { sheetProblem } from "#domain/sheet/rules.ts";
import { isBare, pixelsOf } from "#lib/picture.ts";
import { hasPixelsAlone } from "#lib/png.ts";
import {
  type CertificateEntry,
  type Evidence,
  mostSheetsPixels,
  type SheetEntry,
} from "./schema.ts";

/**
 * What is wrong with the contents of signed sheets: they are looked at as if somebody sent them in, and by their checksum.
 * None is opened before all have said how many pixels they have.
 */
export async function contentProblems({ sheets }: Evidence): Promise<Problem[]> {
  const own = new Set<number>();
  let pixels = 0;
  for (const [index, sheet] of sheets.entries()) {
    const content = bytesOf(sheet);
    if (!(content && (await saysItIs(sheet, content)))) continue;
    own.add(index);
    pixels += await pixelsOf(content);
    if (pixels > mostSheetsPixels) {
      return [{ path: ["evidence", "sheets"], reason: "sheetsTooManyPixels" }];
    }
  }
  const problems: Problem[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const content = bytesOf(sheet);
    const isPdf = sheet.type === "application/pdf";
    if (!content || (own.has(index) && (isPdf || (await isBare(content))))) continue;
    const path = ["evidence", "sheets", index, "content"];
    problems.push({ path, reason: "sheetOtherContent" });
  }
  return problems;
}

const bytesOf = ({ content }: Pick<SheetEntry, "content">) =>
  content === null ? null : Buffer.from(content, "base64");

/** As far as it is seen without opening it. */
async function saysItIs({ type, bytes, sha256 }: SheetEntry, content: Buffer): Promise<boolean> {
  if (content.length !== bytes || checksumOf(content) !== sha256) return false;
  const found = (await fileTypeFromBuffer(content))?.mime;
  if (sheetProblem(content.length, found) || found !== type) return false;
  return type !== "image/png" || hasPixelsAlone(content);
}

const checksumOf = (content: Buffer) => createHash("sha256").update(content).digest("hex");

type Target = {
  day: ReadonlyMap<string, string>;
  /** In the order of their numbers in the file. */
  registrationIds: readonly string[];
  doerOf: (email: string) => string;
};

/**
 * Writes the evidence of a file on a new trip whose marks are there already: locks are the last, since a locked day
 * takes nothing more. Answers how many sheets were left out, whose content is not in the file.
 */
export async function writeEvidence(tx: Tx, target: Target, evidence: Evidence): Promise<number> {
  const { day, registrationIds, doerOf } = target;
  const tripDayIn = (date: string) => day.get(date) ?? "";
  const registrationIn = (number: number) => registrationIds[number - 1] ?? "";
  for (const { date, content: text, addedBy, addedAt, ...facts } of evidence.sheets) {
    const content = bytesOf({ content: text });
    if (!content) continue;
    await tx.insert(signedSheet).values({
      ...facts,
      tripDayId: tripDayIn(date),
      content,
      addedBy: doerOf(addedBy),
      addedAt: new Date(addedAt),
    });
  }
  await insertRows(
    tx,
    signature,
    evidence.signatures.map(({ date, registration, readBy, readAt, ...read }) => ({
      signed: read.signed,
      explanation: read.explanation ?? null,
      tripDayId: tripDayIn(date),
      registrationId: registrationIn(registration),
      readBy: doerOf(readBy),
      readAt: new Date(readAt),
    })),
  );
  await writeCertificates(tx, evidence.certificates, { registrationIn, doerOf });
  await insertRows(
    tx,
    dayLock,
    evidence.locks.map(({ date, lockedAt, lockedBy, reopened, ...counts }) => ({
      ...counts,
      tripDayId: tripDayIn(date),
      lockedAt: new Date(lockedAt),
      lockedBy: doerOf(lockedBy),
      reopenedAt: reopened ? new Date(reopened.at) : null,
      reopenedBy: reopened ? doerOf(reopened.by) : null,
      reopenReason: reopened?.reason ?? null,
    })),
  );
  return evidence.sheets.filter(({ content }) => content === null).length;
}

/** They keep their ids, by which their codes are read, unless those are taken here, and their numbers in any case. */
async function writeCertificates(
  tx: Tx,
  certificates: readonly CertificateEntry[],
  of: { registrationIn: (number: number) => string; doerOf: (email: string) => string },
): Promise<void> {
  const own = certificates.map(({ id }) => id);
  const taken = await tx.$count(
    certificate,
    sql`${certificate.id} = any(${sql.param(own)}::uuid[])`,
  );
  const rows = certificates.map(
    ({ id, number, issuer, registration, issuedAt, issuedBy, replacedAt, ...said }) => ({
      ...said,
      id: taken ? randomUUID() : id,
      importedNumber: number,
      importedFrom: issuer,
      registrationId: of.registrationIn(registration),
      issuedAt: new Date(issuedAt),
      issuedBy: of.doerOf(issuedBy),
      replacedAt: replacedAt === null ? null : new Date(replacedAt),
    }),
  );
  await insertRows(tx, certificate, rows);
}
