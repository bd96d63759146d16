import { eq } from "drizzle-orm";
import { unzipSync } from "fflate";
import { beforeEach, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { paperBatch, paperBatchPiece } from "#db/schema/paper.ts";
import { membership } from "#db/schema/person.ts";
import { systemActor } from "#domain/actor/queries.ts";
import {
  beginFiles,
  finishBatch,
  forgetBatches,
  keepPiece,
  startBatch,
} from "#domain/paper-batch/commands.ts";
import { batchFile, batchProgress } from "#domain/paper-batch/queries.ts";
import { anOrganisation, aPerson, aRegistration } from "#scripts/checks/factories.ts";
import { anOpenTrip, type OpenTrip } from "#scripts/checks/open-trip.ts";
import { readPdf } from "#scripts/checks/pdf.ts";
import { makeBatch } from "./make-batch.ts";

const now = new Date();

let trip: OpenTrip;

beforeEach(async () => {
  trip = await anOpenTrip();
});

async function going(familyName: string, locale: "lv" | "en" = "lv") {
  const organisationId = await anOrganisation("municipality");
  const { tripId } = trip;
  return aRegistration({ tripId, organisationId, familyName, locale, confirmedAt: now });
}

async function begin(paper: "invitation" | "certificate" = "invitation") {
  const begun = await startBatch(trip.organiser, { tripId: trip.tripId, paper, locale: "lv" }, now);
  if (!begun.ok) throw new Error(begun.reason);
  return begun.batchId;
}

const progress = (batchId: string) => batchProgress(trip.organiser, trip.slug, batchId);

const file = async (batchId: string, kind: "pdf" | "zip") =>
  (await batchFile(trip.organiser, trip.slug, batchId, kind))?.content ?? Buffer.alloc(0);

test("all letters of a trip are one PDF and a ZIP of single ones, by surname, each in its person's language", async () => {
  await going("Žagars");
  await going("Āboliņa/Liepa", "en");
  const batchId = await begin();
  expect(await progress(batchId)).toMatchObject({ made: 0, papers: null, finished: false });
  await makeBatch(batchId, now);
  expect(await progress(batchId)).toMatchObject({
    made: 2,
    papers: 2,
    finished: true,
    refusal: null,
  });
  const whole = readPdf(await file(batchId, "pdf"));
  expect(whole).toMatchObject({ isUniversal: true, lang: "lv", pages: 2 });
  expect(whole.text.indexOf("Āboliņa")).toBeLessThan(whole.text.indexOf("Žagars"));
  const single = unzipSync(new Uint8Array(await file(batchId, "zip")));
  expect(Object.keys(single)).toEqual(["1 Anna Āboliņa_Liepa.pdf", "2 Anna Žagars.pdf"]);
  expect(Object.values(single).map((pdf) => readPdf(pdf).lang)).toEqual(["en", "lv"]);
  const fetched = await database()
    .select({ details: auditEntry.details })
    .from(auditEntry)
    .where(eq(auditEntry.action, "batch.fetch"));
  expect(fetched.map(({ details }) => details)).toEqual([
    { paper: "invitation", papers: 2, kind: "pdf" },
    { paper: "invitation", papers: 2, kind: "zip" },
  ]);
});

test("a batch is made once, whatever is tried again", async () => {
  await going("Žagars");
  const batchId = await begin();
  await makeBatch(batchId, now);
  const before = await file(batchId, "zip");
  await makeBatch(batchId, new Date(now.getTime() + 60_000));
  expect((await file(batchId, "zip")).equals(before)).toBe(true);
});

test("what an attempt that was cut short has left goes, and the batch is made from the beginning", async () => {
  await going("Žagars");
  await going("Āboliņa");
  const batchId = await begin();
  await beginFiles(systemActor, batchId, 3);
  for (const number of [1, 2, 3]) {
    await keepPiece(systemActor, batchId, { number, content: Buffer.from("half a ZIP") });
  }
  expect(await progress(batchId)).toMatchObject({ made: 3, papers: 3, finished: false });
  await makeBatch(batchId, now);
  expect(await progress(batchId)).toMatchObject({ made: 2, papers: 2, finished: true });
  const single = unzipSync(new Uint8Array(await file(batchId, "zip")));
  expect(Object.keys(single)).toEqual(["1 Anna Āboliņa.pdf", "2 Anna Žagars.pdf"]);
  expect(await database().$count(paperBatchPiece)).toBe(0);
});

test("a batch that is finished takes no more pieces", async () => {
  await going("Žagars");
  const batchId = await begin();
  await makeBatch(batchId, now);
  await keepPiece(systemActor, batchId, { number: 1, content: Buffer.from("late") });
  expect(await database().$count(paperBatchPiece)).toBe(0);
  expect(await progress(batchId)).toMatchObject({ made: 1, finished: true });
});

test("a batch that fails leaves nothing of its papers behind", async () => {
  const batchId = await begin();
  await beginFiles(systemActor, batchId, 2);
  await keepPiece(systemActor, batchId, { number: 1, content: Buffer.from("half a ZIP") });
  await finishBatch(systemActor, batchId, { refusal: "failed" }, now);
  expect(await database().$count(paperBatchPiece)).toBe(0);
  expect(await progress(batchId)).toMatchObject({ finished: true, refusal: "failed" });
});

test("where there is nobody to write to, the batch says so", async () => {
  const [invitations, certificates] = [await begin(), await begin("certificate")];
  await going("Žagars");
  await makeBatch(certificates, now);
  await database().delete(membership).where(eq(membership.userId, trip.organiser.userId));
  await makeBatch(invitations, now);
  for (const batchId of [invitations, certificates]) {
    expect(await progress(batchId)).toMatchObject({ finished: true, refusal: "nobody", made: 0 });
    expect(await batchFile(trip.organiser, trip.slug, batchId, "pdf")).toBeNull();
  }
});

test("files are kept for a week", async () => {
  await going("Žagars");
  const batchId = await begin();
  await makeBatch(batchId, now);
  const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
  await forgetBatches(systemActor, days(6));
  expect(await database().$count(paperBatch, eq(paperBatch.id, batchId))).toBe(1);
  await forgetBatches(systemActor, days(8));
  expect(await database().$count(paperBatch, eq(paperBatch.id, batchId))).toBe(0);
});

test("nobody else begins a batch or finds its files", async () => {
  await going("Žagars");
  const batchId = await begin();
  await makeBatch(batchId, now);
  const stranger = await aPerson({ role: "organiser", organisationId: await anOrganisation() });
  const wish = { tripId: trip.tripId, paper: "invitation", locale: "lv" } as const;
  expect(await startBatch(stranger, wish, now)).toEqual({ ok: false, reason: "notFound" });
  expect(await batchFile(stranger, trip.slug, batchId, "pdf")).toBeNull();
  expect(await batchProgress(stranger, trip.slug, batchId)).toBeNull();
});
