/** Runs in a thread of its own: making a PDF takes tens of milliseconds during which nothing else happens. */
import { mkdtempSync, rmdirSync } from "node:fs";
import { constants, setPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { fontFiles, printable } from "./printable.ts";

export type RenderRequest = {
  id: number;
  template: string;
  /** JSON, which the template reads and prints literally. */
  paper: string;
  /** Logos, which the template finds by their SHA-256. */
  pictures: { sha256: string; png: Uint8Array }[];
  /** When the facts were published, in seconds: the same facts give the same bytes. */
  madeAt: number;
  /** Nobody waits for it: the machine does everything else first. */
  givesWay: boolean;
};

export type RenderAnswer = { id: number; pdf: Uint8Array } | { id: number; error: string };

/** Pictures are shown to the compiler as files of its workspace. */
type Kit = { compiler: NodeCompiler; workspace: string };

let kit: Kit | undefined;

parentPort?.on("message", (request: RenderRequest) => {
  if (request.givesWay) giveWay();
  kit ??= newKit();
  const answer = render(kit, request);
  parentPort?.postMessage(answer, "pdf" in answer ? [answer.pdf.buffer as ArrayBuffer] : []);
  kit.compiler.evictCache(0);
});

function render(kit: Kit, request: RenderRequest): RenderAnswer {
  const { id, pictures } = request;
  const { compiler, workspace } = kit;
  try {
    for (const { sha256, png } of pictures) {
      compiler.mapShadow(join(workspace, `${sha256}.png`), Buffer.from(png));
    }
    return { id, pdf: pdfOf(compiler, request, false) };
  } catch {
    // A sign may have a font and still not stand there among its neighbours: the paper is made without it.
    try {
      return { id, pdf: pdfOf(compiler, request, true) };
    } catch (error) {
      return { id, error: String(error) };
    }
  } finally {
    compiler.resetShadow();
  }
}

let hasGivenWay = false;

/** For good, since only an administrator may take it back. On Linux it is this thread, and those that it starts. */
function giveWay(): void {
  if (!hasGivenWay) setPriority(constants.priority.PRIORITY_LOW);
  hasGivenWay = true;
}

function newKit(): Kit {
  // A template may read any file inside its workspace: that is a folder that no longer exists.
  const workspace = mkdtempSync(join(tmpdir(), "pieredze-papers-"));
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fontFiles() }] });
  rmdirSync(workspace);
  return { compiler, workspace };
}

function pdfOf(
  compiler: NodeCompiler,
  { template, paper, pictures, madeAt }: RenderRequest,
  plain: boolean,
): Uint8Array {
  const words = JSON.stringify(JSON.parse(paper), (_key, value: unknown) =>
    typeof value === "string" ? printable(value, plain) : value,
  );
  const drawn = JSON.stringify(pictures.map(({ sha256 }) => sha256));
  const inputs = { paper: words, pictures: drawn };
  const compiled = compiler.compile({ mainFileContent: template, inputs });
  if (!compiled.result) {
    const problems = compiled.takeDiagnostics();
    const found = problems ? compiler.fetchDiagnostics(problems) : [];
    throw new Error(`The paper does not compile: ${JSON.stringify(found)}`);
  }
  const given = { pdfStandard: "ua-1", creationTimestamp: madeAt } as const;
  return new Uint8Array(compiler.pdf(compiled.result, given));
}
