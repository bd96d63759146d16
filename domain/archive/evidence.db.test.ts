import { createHash, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { beforeEach, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { organisation } from "#db/schema/organisation.ts";
import { certificate } from "#db/schema/paper.ts";
import { tripDay } from "#db/schema/trip.ts";
import { publicActor } from "#domain/actor/queries.ts";
import type { Evidence } from "#domain/archive-evidence/schema.ts";
import { confirmedCertificate } from "#domain/certificate/queries.ts";
import { sheetOfDay } from "#domain/sheet/queries.ts";
import { momentInRiga } from "#lib/dates.ts";
import { aDayOfTrip, type DayOfTrip } from "#scripts/checks/day-of-trip.ts";
import { addEvidence } from "#scripts/checks/evidence.ts";
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { aPhotograph } from "#scripts/checks/photograph.ts";
import { importTrip } from "./commands.ts";
import { archiveOfTrip } from "./queries.ts";
import type { TripArchive } from "./schema.ts";

const after = momentInRiga("2026-06-14", "09:00");

let made: DayOfTrip;
let good: TripArchive;

beforeEach(async () => {
  made = await aDayOfTrip();
  for (const name of ["Bērziņa", "Ozola", "Zīle"]) await made.mark(await made.somebody(name));
  await addEvidence(made.organiser, made.slug, after);
  good = await exported(true);
});

const exported = async (sheets: boolean) =>
  (await archiveOfTrip(made.organiser, made.slug, { people: true, sheets })) as TripArchive;

async function imports(file: TripArchive) {
  const organisationId = await anOrganisation();
  const organiser = await aPerson({ role: "organiser", organisationId });
  const text = JSON.stringify(file);
  return { organiser, outcome: await importTrip(organiser, { organisationId, text }, new Date()) };
}

/** What is wrong with the file once something in its evidence is changed, after which nothing is there. */
async function spoilt(change: (evidence: Evidence) => void) {
  const file = structuredClone(good);
  change(file.evidence as Evidence);
  const days = await database().$count(tripDay);
  const { outcome } = await imports(file);
  expect(await database().$count(tripDay)).toBe(days);
  if (outcome.ok || outcome.reason !== "problems") throw new Error(JSON.stringify(outcome));
  return outcome.problems.map(({ path, reason }) => `${path.join(".")}: ${reason}`);
}

type Of<Part extends keyof Evidence> = Evidence[Part][number];

const the = <Part extends keyof Evidence>(evidence: Evidence, part: Part, index = 0) =>
  evidence[part][index] as Of<Part>;

const contentOf = (bytes: Buffer) => ({
  content: bytes.toString("base64"),
  bytes: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});

test("a locked day is locked in the other installation as well, and takes nothing more", async () => {
  const { organiser, outcome } = await imports(good);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  const day = await sheetOfDay(organiser, outcome.slug, made.day.date);
  const origin = await sheetOfDay(made.organiser, made.slug, made.day.date);
  expect(day?.lock).toMatchObject({ present: origin?.lock?.present, people: 3 });
  expect(
    day?.people.map(({ state, signed, explanation }) => ({ state, signed, explanation })),
  ).toEqual(
    origin?.people.map(({ state, signed, explanation }) => ({ state, signed, explanation })),
  );
  expect(day?.history.map(({ kind, at }) => [kind, at])).toEqual(
    origin?.history.map(({ kind, at }) => [kind, at]),
  );
  const [there] = await database()
    .select({ tripDayId: attendance.tripDayId, registrationId: attendance.registrationId })
    .from(attendance)
    .innerJoin(tripDay, eq(tripDay.id, attendance.tripDayId))
    .where(eq(tripDay.tripId, outcome.tripId));
  const mark = { id: randomUUID(), present: true, device: "phone", deviceAt: new Date() };
  const late = { ...(there as NonNullable<typeof there>), ...mark, recordedBy: organiser.userId };
  await expect(database().insert(attendance).values(late)).rejects.toMatchObject({
    cause: { constraint: "day_not_locked" },
  });
});

test("a file without contents of sheets says how many are missing, and brings all else", async () => {
  const file = await exported(false);
  expect(file.evidence?.sheets.map(({ content }) => content)).toEqual([null, null]);
  expect(JSON.stringify(file).length).toBeLessThan(20_000);
  const { organiser, outcome } = await imports(file);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  expect(outcome.sheetsLeft).toBe(2);
  const day = await sheetOfDay(organiser, outcome.slug, made.day.date);
  expect(day?.sheets).toEqual([]);
  expect(day?.lock).not.toBe(null);
});

test("without people there is no evidence in the file, and an older file has none", async () => {
  const alone = await archiveOfTrip(made.organiser, made.slug, { people: false, sheets: true });
  expect(alone?.evidence).toBe(null);
  const { evidence: _, ...older } = good;
  expect((await imports(older as TripArchive)).outcome).toMatchObject({ ok: true, sheetsLeft: 0 });
});

test("a certificate from elsewhere keeps its number, and whoever checks it reads where it was issued", async () => {
  const [one] = good.evidence?.certificates.slice(-1) ?? [];
  const before = await confirmedCertificate(publicActor, one?.id ?? "", after);
  expect(before).toMatchObject({ number: one?.number, imported: null, inForce: true });
  const fresh = structuredClone(good);
  const id = randomUUID();
  // The code of no certificate here, and the number of one.
  fresh.evidence?.certificates.forEach((each, index) => {
    each.id = index + 1 === fresh.evidence?.certificates.length ? id : randomUUID();
  });
  const { organiser, outcome } = await imports(fresh);
  expect(outcome).toMatchObject({ ok: true });
  const { organisationId } = organiser.memberships[0] ?? {};
  const [owner] = await database()
    .select({ name: organisation.name })
    .from(organisation)
    .where(eq(organisation.id, organisationId ?? ""));
  expect(await confirmedCertificate(publicActor, id, after)).toEqual({
    ...before,
    imported: { from: good.organiser, by: owner?.name },
  });
  expect(await confirmedCertificate(publicActor, one?.id ?? "", after)).toEqual(before);
});

test("where the code of a certificate is taken, the one that is here stays what it is", async () => {
  const ids = good.evidence?.certificates.map(({ id }) => id) ?? [];
  const kept = () => Promise.all(ids.map((id) => confirmedCertificate(publicActor, id, after)));
  const before = await kept();
  const forged = structuredClone(good);
  for (const one of forged.evidence?.certificates ?? []) one.name = "Kāds Cits";
  expect((await imports(forged)).outcome).toMatchObject({ ok: true });
  expect(await kept()).toEqual(before);
  const rows = await database()
    .select({ importedNumber: certificate.importedNumber })
    .from(certificate)
    .where(eq(certificate.name, "Kāds Cits"));
  expect(rows).toHaveLength(ids.length);
});

test("a sheet whose content is another than the file says is refused, and so is one that is no picture", async () => {
  const swap = (bytes: Buffer) => async () =>
    spoilt((evidence) => Object.assign(the(evidence, "sheets"), contentOf(bytes)));
  const refused = ["evidence.sheets.0.content: sheetOtherContent"];
  expect(
    await spoilt((evidence) => {
      the(evidence, "sheets").content = the(evidence, "sheets", 1).content;
    }),
  ).toEqual(refused);
  expect(await swap(Buffer.from("<script>alert(1)</script>"))()).toEqual(refused);
  // A PDF that calls itself a picture, a picture with its place in it, and half a picture.
  expect(await swap(Buffer.from("%PDF-1.7\n%%EOF\n"))()).toEqual(refused);
  expect(await swap(await aPhotograph())()).toEqual(refused);
  const bare = await sharp({ create: { width: 900, height: 900, channels: 3, background: "red" } })
    .jpeg()
    .toBuffer();
  expect(await swap(bare.subarray(0, bare.length / 2))()).toEqual(refused);
  expect(
    await spoilt((evidence) => Object.assign(the(evidence, "sheets"), { type: "text/html" })),
  ).toEqual(["evidence.sheets.0.type: notChoice"]);
});

test("sheets that are too large for one file are refused before they are looked at", async () => {
  const large = await spoilt((evidence) => {
    for (const sheet of evidence.sheets) sheet.bytes = 16 * 1024 * 1024;
  });
  expect(large).toEqual(["evidence.sheets: sheetsTooLarge"]);
});

test("evidence that does not fit together is refused where it stands", async () => {
  const [first] = good.evidence?.locks ?? [];
  expect(
    await spoilt((evidence) => {
      Object.assign(the(evidence, "sheets"), { date: "2026-06-13" });
      Object.assign(the(evidence, "signatures"), { registration: 9 });
      Object.assign(the(evidence, "certificates", 1), { registration: 7 });
      evidence.locks.push({ ...(first as Of<"locks">), lockedAt: "2026-06-14T06:01:00.000Z" });
    }),
  ).toEqual([
    "evidence.sheets.0.date: unknownReference",
    "evidence.signatures.0.registration: unknownReference",
    "evidence.locks.2.lockedAt: lockedTwice",
    "evidence.certificates.1.registration: unknownReference",
  ]);
  expect(
    await spoilt((evidence) => {
      evidence.sheets.push(the(evidence, "sheets"));
      Object.assign(the(evidence, "signatures"), { readAt: "2199-01-01T00:00:00.000Z" });
      Object.assign(the(evidence, "certificates", 2), { registration: 2 });
    }),
  ).toEqual([
    "evidence.sheets.2.sha256: twice",
    "evidence.signatures.0.readAt: inFuture",
    "evidence.certificates.2.registration: twice",
  ]);
  expect(
    await spoilt((evidence) => {
      Object.assign(the(evidence, "locks"), { present: 4 });
      Object.assign(the(evidence, "locks", 1), {
        reopened: { at: "2026-01-01T00:00:00Z", by: "kads@example.lv", reason: "Tāpat" },
      });
      Object.assign(the(evidence, "certificates"), { days: [], hours: -1 });
    }),
  ).toEqual([
    "evidence.locks.0.present: tooLarge",
    "evidence.locks.1.reopened.at: endsBefore",
    "evidence.certificates.0.days: empty",
    "evidence.certificates.0.hours: tooSmall",
  ]);
});
