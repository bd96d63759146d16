import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { project } from "#db/schema/trip.ts";
import { publicActor } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { importTrip } from "#domain/archive/commands.ts";
import { archiveOfTrip } from "#domain/archive/queries.ts";
import type { TripArchive } from "#domain/archive/schema.ts";
import { issueCertificates } from "#domain/certificate/commands.ts";
import { publishedItinerary } from "#domain/itinerary/queries.ts";
import { addLogo, removeLogo } from "#domain/logo/commands.ts";
import { signatureSheet } from "#domain/signature-sheet/queries.ts";
import { drawnSizes } from "#scripts/checks/drawn.ts";
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { aLogo } from "#scripts/checks/logo.ts";
import {
  expectUniversal,
  firstDay,
  inLanguage,
  now,
  slug,
  tripOf2018,
} from "#scripts/checks/papers-of-2018.ts";
import { readPdf } from "#scripts/checks/pdf.ts";
import { itineraryForms, itineraryPaper } from "./itinerary-paper.ts";
import { certificateDocument } from "./letter-documents.ts";
import { type Paper, paperTag, renderPaper } from "./render.ts";
import { signatureSheetPaper } from "./signature-sheet-paper.ts";

// Six logos of every proportion beside the emblem: two of the demo, four that are as long or as high as may be.

const others = [
  { name: "Garais", width: 600, height: 100 },
  { name: "Augstais", width: 100, height: 600 },
  { name: "Kvadrāts", width: 300, height: 300 },
  { name: "Kā karogs", width: 900, height: 600 },
];
const names = ["Latgales plānošanas reģions", "Zemgales plānošanas reģions"].concat(
  others.map(({ name }) => name),
);

let organiser: PersonActor;
let registrationId: string;
let projectId: string;

beforeAll(async () => {
  ({ organiser, registrationId } = await tripOf2018());
  const [found] = await database().select({ id: project.id }).from(project);
  projectId = found?.id ?? "";
  for (const { name, width, height } of others) {
    const bytes = await aLogo(width, height);
    const added = await addLogo(organiser, { projectId, name: { lv: name }, bytes }, now);
    expect(added.ok).toBe(true);
  }
});

async function itinerary(form: (typeof itineraryForms)[number], of = slug): Promise<Paper> {
  const facts = (await publishedItinerary(publicActor, of))?.facts;
  if (!facts) throw new Error("no itinerary");
  const address = "http://localhost:3000";
  const given = { ...inLanguage("lv"), address, form, cancelled: false };
  const name = form === "booklet" ? "booklet" : "itinerary";
  return { name, words: itineraryPaper(facts, given), madeAt: now };
}

async function sheet(): Promise<Paper> {
  const facts = await signatureSheet(organiser, slug, { date: firstDay }, now);
  if (!facts) throw new Error("no sheet");
  const words = signatureSheetPaper(facts, { ...inLanguage("lv"), withContact: false });
  return { name: "signatureSheet", words, madeAt: now };
}

async function certificate(): Promise<Paper> {
  const found = await issueCertificates(organiser, { registrationId }, now);
  return certificateDocument(organiser, found, "lv");
}

const papers: [string, () => Promise<Paper>][] = [
  ["the signature sheet", sheet],
  ["the certificate", certificate],
  ...itineraryForms.map((form): [string, () => Promise<Paper>] => [
    `the itinerary (${form})`,
    () => itinerary(form),
  ]),
];

describe.each(papers)("%s", (_, paper) => {
  it("shows every logo once, in order, with whose it is, none higher than the emblem or covering more", async () => {
    const bytes = await renderPaper(await paper());
    const pdf = readPdf(bytes);
    expectUniversal(pdf, "lv");
    expect(pdf.alts.filter((alt) => names.includes(alt))).toEqual(names);
    const { emblems, pictures } = drawnSizes(bytes);
    expect(emblems).toHaveLength(1);
    expect(pictures).toHaveLength(names.length);
    const [emblem] = emblems as [{ width: number; height: number }];
    expect(emblem.width / emblem.height).toBeCloseTo(1.5, 2);
    for (const { width, height } of pictures) {
      const [high, wide] = [height / emblem.height, width / emblem.width];
      expect(high).toBeLessThanOrEqual(1.001);
      expect(high * wide).toBeLessThanOrEqual(1.002);
      expect(Math.max(high, high * wide)).toBeCloseTo(1, 2);
    }
  });
});

it("a certificate with six logos stays on one page", async () => {
  expect(readPdf(await renderPaper(await certificate())).pages).toBe(1);
});

it("a published itinerary is printed with the logos of today, and one removed while it is made is left out", async () => {
  const before = await itinerary("a4");
  const gone = (before.words as { eu: { logos: { sha256: string }[] } }).eu.logos[5]?.sha256 ?? "";
  await removeLogo(organiser, { projectId, sha256: gone }, now);
  const late = readPdf(await renderPaper({ ...before, madeAt: new Date(0) }));
  expect(late.alts.filter((alt) => names.includes(alt))).toEqual(names.slice(0, 5));
  const after = await itinerary("a4");
  expect(paperTag(after)).not.toBe(paperTag(before));
});

it("a trip that came as a file is printed with the logos of its project", async () => {
  const file = (await archiveOfTrip(organiser, slug)) as TripArchive;
  const another = structuredClone({ ...file, trip: { ...file.trip, slug: "no-faila" } });
  Object.assign(another.project ?? {}, { number: "LLI-60" });
  const organisationId = await anOrganisation();
  const importer = await aPerson({ role: "organiser", organisationId });
  const text = JSON.stringify(another);
  expect(await importTrip(importer, { organisationId, text }, new Date())).toMatchObject({
    ok: true,
  });
  const printed = readPdf(await renderPaper(await itinerary("a4", "no-faila")));
  const logos = file.project?.logos?.map(({ name }) => name.lv) ?? [];
  expect(logos.length).toBeGreaterThan(3);
  expect(printed.alts.filter((alt) => names.includes(alt))).toEqual(logos);
});
