import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ItineraryPaper } from "#documents/itinerary-paper.ts";
import type { SignatureSheetPaper } from "#documents/signature-sheet-paper.ts";
import { countRole, type ReadPdf, readPdf } from "#scripts/checks/pdf.ts";
import { withPrinter } from "./browser-print.ts";
import type { Figure } from "./figure.ts";
import { median } from "./median.ts";
import { ownProcess } from "./own-process.ts";
import type { PaperMade, PaperTask } from "./paper-once.ts";
import { itineraryPage, sheetPage, type Typeface } from "./paper-page.ts";
import { anItinerary, aSignatureSheet, pages, people, stops } from "./paper-samples.ts";

const warmUps = 3;
const rounds = 15;

type Kind<Words> = {
  name: "signatureSheet" | "itinerary";
  title: string;
  words: (number: number) => Words;
  page: (words: Words, typeface: Typeface) => string;
  /** What of the structure both ways of printing have to say. */
  structure: Record<string, number>;
  /** Pages that ours has; a browser may need others. */
  pages?: number;
};

const sheet: Kind<SignatureSheetPaper> = {
  name: "signatureSheet",
  title: `a signature sheet of ${people} people`,
  words: aSignatureSheet,
  page: sheetPage,
  structure: { Table: 1, TR: people + 1, TH: 6, TD: people * 6 },
};

const itinerary: Kind<ItineraryPaper> = {
  name: "itinerary",
  title: `an itinerary of ${pages} pages`,
  words: anItinerary,
  page: itineraryPage,
  structure: { H3: stops },
  pages,
};

/**
 * Papers made by our templates in their thread, warm, each beside the same paper printed by a warm Chromium from a page
 * that says and looks much the same: both from words to a tagged PDF with an outline, numbered pages and a foot on each,
 * cleaning up not counted in the time but in the CPU. Chromium is given the typeface of the product's pages, since a
 * paper with the emblem has to be set in it; once more, without an aim, it may use one of the system, which is quicker.
 * Of memory: by how much our process grows at most, since it is there anyway (its peak, with all it shares), and all
 * that the browser's processes hold (their Pss); both over the same number of papers.
 */
export async function measurePapers(): Promise<Figure[]> {
  return [...(await compared(sheet)), ...(await compared(itinerary))];
}

async function compared<Words extends PaperTask["words"]>(kind: Kind<Words>): Promise<Figure[]> {
  const { ours, theirs, cpu, grownMb } = await timed(kind, "own");
  const systems = await timed(kind, "system");
  const theirMb = await browserMb(kind);
  const against = "against the same printed by Chromium";
  return [
    {
      name: `${kind.title}, ${against}`,
      unit: "ms, median",
      value: median(ours),
      floor: median(theirs),
      aim: { atMost: 0.2 },
    },
    {
      name: `${kind.title}, ${against} in a typeface of the system`,
      unit: "ms, median",
      value: median(systems.ours),
      floor: median(systems.theirs),
    },
    {
      name: `${kind.title}, ${against}`,
      unit: "CPU ms, mean",
      value: cpu.ours / rounds,
      floor: cpu.theirs / rounds,
    },
    {
      name: `${warmUps + rounds} times ${kind.title}, ${against}`,
      unit: "MB of memory at most",
      value: grownMb,
      floor: theirMb,
      aim: { atMost: 0.5 },
    },
  ];
}

/** Each round one paper of either, so that what the machine does otherwise slows both. */
async function timed<Words extends PaperTask["words"]>(kind: Kind<Words>, typeface: Typeface) {
  const maker = await ownProcess<PaperTask, PaperMade>("bench/paper-once.ts");
  const [ours, theirs]: [number[], number[]] = [[], []];
  const folder = mkdtempSync(join(tmpdir(), "pieredze-bench-"));
  const file = join(folder, "paper.pdf");
  let grownMb = 0;
  const cpu = { ours: 0, theirs: 0 };
  const printing = withPrinter(async ({ print, cpuMs }) => {
    const spent = { ours: 0, theirs: 0 };
    for (let number = 0; number < warmUps + rounds; number += 1) {
      const words = kind.words(number);
      const made = await maker.ask({ name: kind.name, words, file });
      const printed = await print(kind.page(words, typeface));
      const [own, other] = [readPdf(readFileSync(file)), readPdf(printed.pdf)];
      check(kind, own);
      check({ ...kind, pages: other.pages }, other);
      grownMb = made.grownMb;
      const now = { ours: made.cpuMs, theirs: cpuMs() };
      if (number === warmUps - 1) Object.assign(spent, now);
      if (number < warmUps) continue;
      ours.push(made.ms);
      theirs.push(printed.ms);
      Object.assign(cpu, { ours: now.ours - spent.ours, theirs: now.theirs - spent.theirs });
    }
  });
  await printing.finally(maker.end);
  rmSync(folder, { recursive: true });
  return { ours, theirs, cpu, grownMb };
}

/** A fresh browser, since watching its memory would slow it. */
function browserMb<Words>(kind: Kind<Words>): Promise<number> {
  return withPrinter(({ print, peakMb }) =>
    peakMb(async () => {
      for (let number = 0; number < warmUps + rounds; number += 1)
        await print(kind.page(kind.words(number), "own"));
    }),
  );
}

function check(kind: Pick<Kind<never>, "title" | "structure" | "pages">, pdf: ReadPdf): void {
  const wanted = JSON.stringify([kind.structure, kind.pages ?? pdf.pages]);
  const counted = Object.keys(kind.structure).map((role) => [role, countRole(pdf, role)]);
  const found = JSON.stringify([Object.fromEntries(counted), pdf.pages]);
  if (found !== wanted) throw new Error(`${kind.title} has ${found} instead of ${wanted}`);
}
