/** Runs in a thread of its own: making a PDF takes tens of milliseconds during which nothing else happens. */
import { mkdtempSync, readFileSync, rmdirSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

export type RenderRequest = {
  id: number;
  template: string;
  /** JSON, which the template reads and prints literally. */
  paper: string;
  /** When the facts were published, in seconds: the same facts give the same bytes. */
  madeAt: number;
};

export type RenderAnswer = { id: number; pdf: Uint8Array } | { id: number; error: string };

const require = createRequire(import.meta.url);
const weights = ["400Regular", "500Medium", "700Bold"];
const fontBlobs = weights.map((weight) =>
  readFileSync(require.resolve(`@expo-google-fonts/ubuntu/${weight}/Ubuntu_${weight}.ttf`)),
);

// A template may read any file inside its workspace: that is a folder that no longer exists.
const workspace = mkdtempSync(join(tmpdir(), "pieredze-papers-"));
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });
rmdirSync(workspace);

parentPort?.on("message", (request: RenderRequest) => parentPort?.postMessage(render(request)));

function render({ id, template, paper, madeAt }: RenderRequest): RenderAnswer {
  try {
    const compiled = compiler.compile({ mainFileContent: template, inputs: { paper } });
    if (!compiled.result) {
      const problems = compiled.takeDiagnostics();
      const found = problems ? compiler.fetchDiagnostics(problems) : [];
      return { id, error: `The paper does not compile: ${JSON.stringify(found)}` };
    }
    const pdf = compiler.pdf(compiled.result, { pdfStandard: "ua-1", creationTimestamp: madeAt });
    return { id, pdf: new Uint8Array(pdf) };
  } catch (error) {
    return { id, error: String(error) };
  } finally {
    compiler.evictCache(0);
  }
}
