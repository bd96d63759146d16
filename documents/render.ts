import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { systemActor } from "#domain/actor/queries.ts";
import { logoPictures } from "#domain/logo/queries.ts";
import type { BadgesPaper, PlaceCardsPaper } from "./card-papers.ts";
import type { CertificatePaper } from "./certificate-paper.ts";
import type { ItineraryPaper } from "./itinerary-paper.ts";
import type { LetterPaper } from "./letter-paper.ts";
import type { ListPaper } from "./list-papers.ts";
import type { RenderAnswer, RenderRequest } from "./render-worker.ts";
import type { SignatureSheetPaper } from "./signature-sheet-paper.ts";

/** Each paper with the words that its template prints. */
export type Papers = {
  itinerary: ItineraryPaper;
  booklet: ItineraryPaper;
  signatureSheet: SignatureSheetPaper;
  list: ListPaper;
  badges: BadgesPaper;
  placeCards: PlaceCardsPaper;
  letter: LetterPaper;
  certificate: CertificatePaper;
};

/** The files of each template, in the order in which they are read. */
const templateFiles: Record<keyof Papers, readonly string[]> = {
  itinerary: ["kit", "line", "itinerary"],
  booklet: ["kit", "line", "booklet"],
  signatureSheet: ["kit", "signature-sheet"],
  list: ["kit", "list"],
  badges: ["kit", "badges"],
  placeCards: ["kit", "place-cards"],
  letter: ["kit", "letter"],
  certificate: ["kit", "certificate"],
};

export type Paper<Name extends keyof Papers = keyof Papers> = {
  name: Name;
  words: Papers[Name];
  /** When the facts were published. */
  madeAt: Date;
};

/** Names exactly these bytes: the same words on the same template. */
export function paperTag({ name, words, madeAt }: Paper): string {
  const hash = createHash("sha256").update(templateOf(name)).update(JSON.stringify(words));
  return hash.update(madeAt.toISOString()).digest("base64url").slice(0, 22);
}

/**
 * A tagged PDF (PDF/UA-1). Made in a thread of its own, once for all who ask for the same at the same
 * time, and kept for those who ask next. Throws when the template does not compile.
 */
export function renderPaper(paper: Paper): Promise<Uint8Array> {
  const tag = paperTag(paper);
  const made = kept.get(tag) ?? inThread(paper);
  // Last asked for stands last; what nobody asked for longest goes first.
  kept.delete(tag);
  kept.set(tag, made);
  made.catch(() => kept.delete(tag));
  for (const oldest of kept.keys()) {
    if (kept.size <= keptPapers) break;
    kept.delete(oldest);
  }
  return made;
}

/** The same for a paper that nobody else will ask for, such as one about people: it is not kept. */
export const renderAlone = (paper: Paper): Promise<Uint8Array> => inThread(paper);

/** The same for one that nobody waits for at a screen: from then on the thread gives way to all else. */
export const renderInBackground = (paper: Paper): Promise<Uint8Array> => inThread(paper, true);

/** How many papers are asked for and not made yet. */
export const papersAhead = (): number => asked;

const keptPapers = 50;
const kept = new Map<string, Promise<Uint8Array>>();

/** Read from the project's folder, in which the product runs: a bundle has no templates beside it. */
const folder = join(process.cwd(), "documents");
const templates = new Map<string, string>();

function templateOf(name: keyof Papers): string {
  const known = templates.get(name);
  if (known !== undefined) return known;
  const parts = templateFiles[name].map((file) =>
    readFileSync(join(folder, `${file}.typ`), "utf8"),
  );
  const read = parts.join("\n");
  templates.set(name, read);
  return read;
}

type Waiting = { resolve: (pdf: Uint8Array) => void; reject: (error: Error) => void };

let thread: Worker | undefined;
let requests = 0;
let asked = 0;
const waiting = new Map<number, Waiting>();

async function inThread({ name, words, madeAt }: Paper, givesWay = false): Promise<Uint8Array> {
  asked += 1;
  try {
    const paper = JSON.stringify(words);
    const request: RenderRequest = {
      id: ++requests,
      template: templateOf(name),
      paper,
      pictures: await picturesOn(paper),
      madeAt: Math.floor(madeAt.getTime() / 1000),
      givesWay,
    };
    return await new Promise((resolve, reject) => {
      waiting.set(request.id, { resolve, reject });
      thread ??= startThread();
      thread.ref();
      thread.postMessage(request);
    });
  } finally {
    asked -= 1;
  }
}

/** The logos that a paper names; one that was removed meanwhile is not drawn. */
async function picturesOn(paper: string): Promise<RenderRequest["pictures"]> {
  const named = [...paper.matchAll(/"sha256":"([0-9a-f]{64})"/g)].map(([, sha256 = ""]) => sha256);
  const found = await logoPictures(systemActor, [...new Set(named)]);
  return found.map(({ sha256, content }) => ({ sha256, png: new Uint8Array(content) }));
}

function startThread(): Worker {
  // Joined so that the bundler does not follow it: Node runs the file as it stands.
  const program = [folder, "render-worker.ts"].join("/");
  // What a paper leaves behind is small and many: a small nursery keeps the thread at half the memory.
  const resourceLimits = { maxYoungGenerationSizeMb: 2 };
  const started = new Worker(/* turbopackIgnore: true */ program, { resourceLimits });
  started.on("message", (answer: RenderAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("pdf" in answer) asked?.resolve(answer.pdf);
    else asked?.reject(new Error(answer.error));
    // An idle thread does not keep the process alive.
    if (waiting.size === 0) started.unref();
  });
  started.on("error", (error) => giveUp(started, error));
  started.on("exit", () => giveUp(started, "The thread that makes papers ended"));
  return started;
}

/** What was asked of a thread that is gone fails; the next paper starts a new one. */
function giveUp(gone: Worker, cause: unknown): void {
  if (thread !== gone) return;
  thread = undefined;
  for (const { reject } of waiting.values()) reject(new Error("No paper was made", { cause }));
  waiting.clear();
}
