import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { database } from "#db/client.ts";
import { signedSheet } from "#db/schema/sheet.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { dayIsLocked, heldDay } from "#domain/day-lock/queries.ts";
import { withoutMetadata } from "#lib/picture.ts";
import type { Result } from "#lib/result.ts";
import { isSheetType, type SheetProblem, type SheetType, sheetProblem } from "./rules.ts";
import type { SentSheet } from "./schema.ts";

type Refusal = "notFound" | "invalid" | "draft" | "cancelled" | "dayLocked";

/**
 * Adds a file to the signed sheet of a day: a PDF as it is, a picture without its metadata. For organisers of the trip.
 * `invalid` names `sheet` with what is wrong. The same file once more is `added: false` and changes nothing.
 */
export async function addSheet(
  actor: Actor,
  input: SentSheet,
  now: Date,
): Promise<Result<{ added: boolean }, Refusal>> {
  if (!isPerson(actor)) return { ok: false, reason: "notFound" };
  // Whose the day is comes first: nobody else's file is worth being read.
  const own = await database().transaction((tx) => heldDay(tx, actor, input, "key share"));
  if (!own) return { ok: false, reason: "notFound" };
  const file = await readSheet(input.bytes);
  if ("problem" in file) return { ok: false, reason: "invalid", detail: { sheet: file.problem } };
  return database().transaction(async (tx) => {
    const day = await heldDay(tx, actor, input, "key share");
    if (!day) return { ok: false, reason: "notFound" };
    if (!day.publishedAt) return { ok: false, reason: "draft" };
    if (day.cancelledAt) return { ok: false, reason: "cancelled" };
    const { tripDayId, organisationId } = day;
    if (await dayIsLocked(tx, tripDayId)) return { ok: false, reason: "dayLocked" };
    const name = tidyName(input.name);
    const sha256 = createHash("sha256").update(file.content).digest("hex");
    const facts = { type: file.type, bytes: file.content.length, sha256 };
    const [made] = await tx
      .insert(signedSheet)
      .values({
        ...facts,
        tripDayId,
        name,
        content: file.content,
        addedBy: actor.userId,
        addedAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: signedSheet.id });
    if (!made) return { ok: true, added: false };
    await recordAudit(tx, actor, {
      action: "sheet.add",
      subjectId: made.id,
      tripId: input.tripId,
      organisationId,
      details: { date: input.date, name, ...facts },
    });
    return { ok: true, added: true };
  });
}

type ReadSheet = { type: SheetType; content: Buffer } | { problem: SheetProblem };

/** A file by its content, whatever it is called. */
async function readSheet(bytes: Uint8Array): Promise<ReadSheet> {
  const type = (await fileTypeFromBuffer(bytes))?.mime;
  const problem = sheetProblem(bytes.length, type);
  if (problem) return { problem };
  if (!isSheetType(type)) return { problem: "sheetWrongKind" };
  if (type === "application/pdf") return { type, content: Buffer.from(bytes) };
  const content = await withoutMetadata(bytes, type);
  if (!content) return { problem: "sheetUnreadable" };
  const larger = sheetProblem(content.length, type);
  return larger ? { problem: larger } : { type, content };
}

/** The last part of a path, without what no file name has. */
const tidyName = (name: string) =>
  (name.split(/[\\/]/).at(-1) ?? "").replace(/\p{C}/gu, "").slice(-200) || "lapa";
