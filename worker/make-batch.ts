import { zipSync } from "fflate";
import { certificateDocument, invitationDocument } from "#documents/letter-documents.ts";
import { type Paper, renderAlone } from "#documents/render.ts";
import { actorOf, systemActor } from "#domain/actor/queries.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { issueCertificates } from "#domain/certificate/commands.ts";
import { invitations } from "#domain/letter/queries.ts";
import { finishBatch, noteMade } from "#domain/paper-batch/commands.ts";
import { dueBatch } from "#domain/paper-batch/queries.ts";
import type { Locale } from "#lib/locales.ts";
import { log } from "#lib/log.ts";

/** Makes all letters or certificates of a trip, one by one and as a whole, as the person who asked for them. */
export async function makeBatch(batchId: string, now: Date): Promise<void> {
  const due = await dueBatch(systemActor, batchId);
  if (!due) return;
  try {
    // Read anew: somebody whose role was taken meanwhile gets no papers.
    const person = await actorOf(due.startedBy);
    const papers = person ? await papersOf(person, due, now) : null;
    if (!papers) return await finishBatch(systemActor, batchId, { refusal: "nobody" }, now);
    await noteMade(systemActor, batchId, { papers: papers.each.length, made: 0 });
    // The largest first: what it needs is free again when the single ones are kept.
    const pdf = Buffer.from(await renderAlone(papers.whole));
    const files = await single(batchId, papers.each);
    await finishBatch(systemActor, batchId, { pdf, zip: zipped(files) }, new Date());
  } catch (error) {
    log.error({ error, batchId }, "papers of a batch");
    await finishBatch(systemActor, batchId, { refusal: "failed" }, new Date());
  }
}

type Named = { name: string; paper: Paper };

async function papersOf(
  actor: Actor,
  {
    tripSlug,
    paper,
    locale,
  }: { tripSlug: string; paper: "invitation" | "certificate"; locale: Locale },
  now: Date,
): Promise<{ whole: Paper; each: Named[] } | null> {
  if (paper === "invitation") {
    const letters = await invitations(actor, { tripSlug });
    return letters.length
      ? documents(
          letters,
          (some, language) => invitationDocument(actor, some, language, now),
          locale,
        )
      : null;
  }
  const all = await issueCertificates(actor, { tripSlug }, now);
  return all.length
    ? documents(all, (some, language) => certificateDocument(actor, some, language), locale)
    : null;
}

async function documents<Facts extends { locale: Locale; person: { name: string } }>(
  all: readonly Facts[],
  make: (some: readonly Facts[], locale: Locale) => Promise<Paper>,
  locale: Locale,
): Promise<{ whole: Paper; each: Named[] }> {
  const each: Named[] = [];
  for (const one of all) each.push({ name: one.person.name, paper: await make([one], one.locale) });
  return { whole: await make(all, locale), each };
}

type Made = { name: string; pdf: Uint8Array };

async function single(batchId: string, each: readonly Named[]): Promise<Made[]> {
  const made: Made[] = [];
  for (const { name, paper } of each) {
    made.push({ name, pdf: await renderAlone(paper) });
    await noteMade(systemActor, batchId, { papers: each.length, made: made.length });
  }
  return made;
}

/** PDFs are packed already, so that they are only put together. Numbers keep them apart and in order. */
function zipped(files: readonly Made[]): Buffer {
  const digits = String(files.length).length;
  const named = files.map(({ name, pdf }, index) => {
    const number = String(index + 1).padStart(digits, "0");
    return [`${number} ${name.replace(/[\p{Cc}\\/:*?"<>|]/gu, "_")}.pdf`, pdf] as const;
  });
  const zip = zipSync(Object.fromEntries(named), { level: 0 });
  return Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
}
