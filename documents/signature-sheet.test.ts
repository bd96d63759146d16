import { expect, test } from "vitest";
import type { SignatureSheetFacts } from "#domain/signature-sheet/schema.ts";
import { momentInRiga } from "#lib/dates.ts";
import { textsIn } from "#lib/i18n/catalogue.ts";
import { countRole, linesOfPage, readPdf } from "#scripts/checks/pdf.ts";
import { renderAlone } from "./render.ts";
import { type SignatureSheetPaper, signatureSheetPaper } from "./signature-sheet-paper.ts";

const madeAt = new Date("2026-06-04T12:00:00Z");

/** `role`: what the speakers are. */
type Changes = { email?: string; speakers?: number; role?: string };

/** A sheet with a contact column and five people of this position. */
function aSheet(
  position: string,
  { email = "anna@example.lv", speakers = 0, role = "projektu vadītāja" }: Changes = {},
): SignatureSheetPaper {
  const person = {
    registrationId: "",
    givenName: "Anna",
    familyName: "Bērziņa",
    organisationId: "",
    organisation: "Krāslavas novads",
    institution: null,
    position,
    phone: "+371 20 123 456",
    email,
    isHead: false,
    badge: "",
    code: "",
    pickup: null,
  };
  const facts: SignatureSheetFacts = {
    date: "2026-06-08",
    places: ["Jelgava"],
    hours: { from: momentInRiga("2026-06-08", "09:00"), to: momentInRiga("2026-06-08", "17:30") },
    only: null,
    trip: {
      tripId: "",
      slug: "lean",
      title: { lv: "LEAN pieredze" },
      dates: ["2026-06-08"],
      organiserId: "",
      organiser: { lv: "Latgales plānošanas reģions" },
      project: null,
    },
    people: Array.from({ length: 5 }, () => person),
    speakers: Array.from({ length: speakers }, (_, at) => ({
      givenName: "Anna",
      familyName: `Garuzvārde-${at}`,
      organisation: "Daugavpils valstspilsēta",
      position: { lv: role },
    })),
    organisers: [],
  };
  return signatureSheetPaper(facts, { locale: "lv", t: textsIn("lv"), withContact: true });
}

/** The same, with rows as high as setting them says. */
const measured = (paper: SignatureSheetPaper): SignatureSheetPaper => ({
  ...paper,
  sections: paper.sections.map((section) => ({ ...section, lines: section.lines.map(() => null) })),
});

/** Points from one row to the next. */
async function rowHeights(paper: SignatureSheetPaper): Promise<number[]> {
  const lines = linesOfPage(await renderAlone({ name: "signatureSheet", words: paper, madeAt }));
  const tops = lines.flatMap(({ words, top }) => (/^[1-5]\.$/.test(words.trim()) ? [top] : []));
  return tops.slice(1).map((top, at) => top - (tops[at] as number));
}

test("a row whose lines are told is as high as if it were measured", async () => {
  for (const lines of [1, 2, 3, 4, 7]) {
    const position = Array.from({ length: lines }, () => "vadītāja").join("\n");
    const paper = aSheet(position);
    expect(paper.sections[0]?.lines).toEqual(Array.from({ length: 5 }, () => Math.max(2, lines)));
    const [told, set] = [await rowHeights(paper), await rowHeights(measured(paper))];
    expect(told).toHaveLength(4);
    for (const [at, height] of told.entries()) {
      expect(height).toBeGreaterThanOrEqual((set[at] as number) - 0.01);
      expect(height).toBeLessThan((set[at] as number) + 1);
    }
  }
});

test("words in letters whose width is not known are measured, and all of them stand on the sheet", async () => {
  const paper = aSheet("Заместитель председателя комитета по образованию и культуре города");
  expect(paper.sections[0]?.lines).toEqual([null, null, null, null, null]);
  expect(await rowHeights(paper)).toEqual(await rowHeights(measured(paper)));
});

test("a row longer than a sheet goes on on the next", async () => {
  const position = `${"ļoti gara amata nosaukuma vārdi ".repeat(300)}beigas`;
  const paper = aSheet(position, { speakers: 1, role: position });
  const pdf = readPdf(await renderAlone({ name: "signatureSheet", words: paper, madeAt }));
  expect(pdf.text.match(/beigas/g)).toHaveLength(6);
  expect(pdf.text.match(/nosaukuma/g)).toHaveLength(1800);
});

test("a long address stays in its column", async () => {
  const paper = aSheet("vadītāja", { email: "konstantins.aleksandrovs@jekabpilsnovads.lv" });
  expect(paper.sections[0]?.rows[0]?.[4]).toBe(
    "+371 20 123 456\nkonstantins.aleksandrovs\n@jekabpilsnovads.lv",
  );
});

test("it is certified beneath a name, whatever the number of rows, and the heads stand above it on its sheet", async () => {
  const certifies = textsIn("lv")("papers.sheet.certifies");
  const above = new Set<number>();
  for (let speakers = 1; speakers <= 24; speakers += 1) {
    const words = aSheet("vadītāja", { speakers });
    const pdf = readPdf(await renderAlone({ name: "signatureSheet", words, madeAt }));
    const sheet = pdf.text.split(` ${pdf.pages - 1} / ${pdf.pages}`).at(-1) ?? "";
    const [before = ""] = sheet.split(certifies);
    expect(before).toContain(`Garuzvārde-${speakers - 1}`);
    expect(before).toContain("Paraksts");
    expect(countRole(pdf, "Table")).toBe(2);
    expect(countRole(pdf, "TR")).toBe(5 + 3 + speakers + 2);
    expect(countRole(pdf, "TH")).toBe(6 * 2);
    above.add(before.match(/Garuzvārde/g)?.length ?? 0);
  }
  // Where it would stand alone, two rows have gone along.
  expect(above).toContain(2);
  expect(above).not.toContain(0);
});
