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
  /** When the facts were published, in seconds: the same facts give the same bytes. */
  madeAt: number;
  /** Nobody waits for it: the machine does everything else first. */
  givesWay: boolean;
};

export type RenderAnswer = { id: number; pdf: Uint8Array } | { id: number; error: string };

let compiler: NodeCompiler | undefined;

parentPort?.on("message", (request: RenderRequest) => {
  if (request.givesWay) giveWay();
  compiler ??= newCompiler();
  parentPort?.postMessage(render(compiler, request));
  compiler.evictCache(0);
});

function render(compiler: NodeCompiler, request: RenderRequest): RenderAnswer {
  const { id } = request;
  try {
    return { id, pdf: pdfOf(compiler, request, false) };
  } catch {
    // A sign may have a font and still not stand there among its neighbours: the paper is made without it.
    try {
      return { id, pdf: pdfOf(compiler, request, true) };
    } catch (error) {
      return { id, error: String(error) };
    }
  }
}

let hasGivenWay = false;

/** For good, since only an administrator may take it back. On Linux it is this thread, and those that it starts. */
function giveWay(): void {
  if (!hasGivenWay) setPriority(constants.priority.PRIORITY_LOW);
  hasGivenWay = true;
}

function newCompiler(): NodeCompiler {
  // A template may read any file inside its workspace: that is a folder that no longer exists.
  const workspace = mkdtempSync(join(tmpdir(), "pieredze-papers-"));
  const made = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fontFiles() }] });
  rmdirSync(workspace);
  return made;
}

function pdfOf(
  compiler: NodeCompiler,
  { template, paper, madeAt }: RenderRequest,
  plain: boolean,
): Uint8Array {
  const words = JSON.stringify(JSON.parse(paper), (_key, value: unknown) =>
    typeof value === "string" ? printable(value, plain) : value,
  );
  const compiled = compiler.compile({ mainFileContent: template, inputs: { paper: words } });
  if (!compiled.result) {
    const problems = compiled.takeDiagnostics();
    const found = problems ? compiler.fetchDiagnostics(problems) : [];
    throw new Error(`The paper does not compile: ${JSON.stringify(found)}`);
  }
  const given = { pdfStandard: "ua-1", creationTimestamp: madeAt } as const;
  return new Uint8Array(compiler.pdf(compiled.result, given));
}
