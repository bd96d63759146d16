import { setTimeout as wait } from "node:timers/promises";
import { certificateDocuments, invitationDocuments } from "#documents/letter-documents.ts";
import { type Paper, renderInBackground } from "#documents/render.ts";
import { actorOf, systemActor } from "#domain/actor/queries.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { issueCertificates } from "#domain/certificate/commands.ts";
import { invitations } from "#domain/letter/queries.ts";
import { beginFiles, finishBatch, keepPiece } from "#domain/paper-batch/commands.ts";
import { dueBatch } from "#domain/paper-batch/queries.ts";
import type { Locale } from "#lib/locales.ts";
import { log } from "#lib/log.ts";
import { zipInPieces } from "./zip-in-pieces.ts";

/** Makes all letters or certificates of a trip, one by one and as a whole, as the person who asked for them. */
export async function makeBatch(batchId: string, now: Date): Promise<void> {
  const due = await dueBatch(systemActor, batchId);
  if (!due) return;
  try {
    // Read anew: somebody whose role was taken meanwhile gets no papers.
    const person = await actorOf(due.startedBy);
    const letters = person ? await lettersOf(person, due, now) : null;
    if (!letters?.count) return await finishBatch(systemActor, batchId, { refusal: "nobody" }, now);
    await beginFiles(systemActor, batchId, letters.count);
    const pdf = bufferOf(await renderInBackground(letters.whole()));
    const zipEnd = await keepEach(batchId, letters);
    await finishBatch(systemActor, batchId, { pdf, zipEnd }, new Date());
  } catch (error) {
    log.error({ error, batchId }, "papers of a batch");
    await finishBatch(systemActor, batchId, { refusal: "failed" }, new Date());
  }
}

/** Single papers are written when they are asked for. */
type Letters = {
  count: number;
  whole: () => Paper;
  each: () => Iterable<{ name: string; paper: Paper }>;
};

type Asked = { tripSlug: string; paper: "invitation" | "certificate"; locale: Locale };

async function lettersOf(
  actor: Actor,
  { tripSlug, paper, locale }: Asked,
  now: Date,
): Promise<Letters> {
  if (paper === "invitation") {
    const all = await invitations(actor, { tripSlug });
    return letters(all, await invitationDocuments(actor, all, now), locale);
  }
  const all = await issueCertificates(actor, { tripSlug }, now);
  return letters(all, await certificateDocuments(actor, all), locale);
}

const letters = <Facts extends { locale: Locale; person: { name: string } }>(
  all: readonly Facts[],
  document: (some: readonly Facts[], locale: Locale) => Paper,
  locale: Locale,
): Letters => ({
  count: all.length,
  whole: () => document(all, locale),
  *each() {
    for (const one of all) yield { name: one.person.name, paper: document([one], one.locale) };
  },
});

/** Milliseconds. */
const longestPause = 12;

/** Keeps a ZIP of single papers, but for its end, which is returned. Numbers keep them apart and in order. */
async function keepEach(batchId: string, { count, each }: Letters): Promise<Buffer> {
  const zip = zipInPieces();
  const digits = String(count).length;
  let number = 0;
  for (const { name, paper } of each()) {
    const began = performance.now();
    number += 1;
    const safeName = name.replace(/[\p{Cc}\\/:*?"<>|]/gu, "_");
    const fileName = `${String(number).padStart(digits, "0")} ${safeName}.pdf`;
    const content = zip.add(fileName, await renderInBackground(paper));
    await keepPiece(systemActor, batchId, { number, content });
    // Most of the time is left to whoever reads a page meanwhile.
    await wait(Math.min(2 * (performance.now() - began), longestPause));
  }
  return zip.end();
}

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, byteLength);
