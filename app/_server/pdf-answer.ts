import { type Paper, papersAhead, paperTag, renderAlone, renderPaper } from "#documents/render.ts";
import type { Locale } from "#lib/locales.ts";

type Named = { fileName: string; locale: Locale };

/** So many papers may wait to be made before the public is asked to come again. */
const mostAhead = 40;

/**
 * A paper that everybody may read. Its tag is that of the `facts`, the same paper without the moment of printing: it
 * lets a browser keep what it has until they change.
 */
export async function publicPdf(
  request: Request,
  { paper, facts }: { paper: Paper; facts: Paper },
  named: Named,
): Promise<Response> {
  const tag = `"${paperTag(facts)}"`;
  const known = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
  const headers = { ...headersOf(named), etag: tag };
  if (known.some((one) => one.replace(/^W\//, "") === tag)) {
    return new Response(null, { status: 304, headers });
  }
  if (papersAhead() > mostAhead) {
    return new Response(null, { status: 503, headers: { "retry-after": "5" } });
  }
  return pdfWith(await renderPaper(paper), headers);
}

/** A paper about people: no browser and no proxy keeps it. */
export async function privatePdf(paper: Paper, named: Named): Promise<Response> {
  const headers = { ...headersOf(named), "cache-control": "no-store" };
  return pdfWith(await renderAlone(paper), headers);
}

function pdfWith(pdf: Uint8Array, headers: Record<string, string>): Response {
  return new Response(Buffer.from(pdf), {
    headers: { ...headers, "content-length": String(pdf.byteLength) },
  });
}

const headersOf = ({ fileName, locale }: Named) => ({
  "content-disposition": `inline; filename="${fileName}"`,
  "content-language": locale,
  "content-type": "application/pdf",
});

/** Without this Next would make the paper, and note who printed it, for an answer that has no body. */
export const withoutHead = () => new Response(null, { status: 405, headers: { allow: "GET" } });
