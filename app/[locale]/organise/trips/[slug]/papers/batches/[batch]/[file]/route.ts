import { withoutHead } from "#app/_server/pdf-answer.ts";
import { currentActor } from "#app/_server/session.ts";
import { batchFile } from "#domain/paper-batch/queries.ts";

const types = { pdf: "application/pdf", zip: "application/zip" };

/** What a batch has made: one PDF, or a ZIP of single ones. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/[locale]/organise/trips/[slug]/papers/batches/[batch]/[file]">,
): Promise<Response> {
  const { slug, batch, file } = await params;
  const kind = /^(?:invitation|certificate)s\.(pdf|zip)$/.exec(file)?.[1] as
    | "pdf"
    | "zip"
    | undefined;
  const found = kind ? await batchFile(await currentActor(), slug, batch, kind) : null;
  if (!kind || !found || !file.startsWith(found.paper)) return new Response(null, { status: 404 });
  return new Response(found.content as Buffer<ArrayBuffer>, {
    headers: {
      "cache-control": "no-store",
      "content-disposition": `${kind === "zip" ? "attachment" : "inline"}; filename="${slug}-${file}"`,
      "content-length": String(found.content.byteLength),
      "content-type": types[kind],
    },
  });
}

export const HEAD = withoutHead;
