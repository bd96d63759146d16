import { type Paper, paperTag, renderPaper } from "#documents/render.ts";
import type { Locale } from "#lib/locales.ts";

type Named = { fileName: string; locale: Locale };

/** A paper that everybody may read: its tag lets a browser keep it until it changes. */
export async function publicPdf(request: Request, paper: Paper, named: Named): Promise<Response> {
  const tag = `"${paperTag(paper)}"`;
  const known = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
  const headers = { ...headersOf(named), etag: tag };
  if (known.some((one) => one.replace(/^W\//, "") === tag)) {
    return new Response(null, { status: 304, headers });
  }
  return pdfWith(paper, headers);
}

/** A paper about people: no browser and no proxy keeps it. */
export const privatePdf = (paper: Paper, named: Named): Promise<Response> =>
  pdfWith(paper, { ...headersOf(named), "cache-control": "private, no-store" });

async function pdfWith(paper: Paper, headers: Record<string, string>): Promise<Response> {
  const pdf = await renderPaper(paper);
  return new Response(Buffer.from(pdf), {
    headers: { ...headers, "content-length": String(pdf.byteLength) },
  });
}

const headersOf = ({ fileName, locale }: Named) => ({
  "content-disposition": `inline; filename="${fileName}"`,
  "content-language": locale,
  "content-type": "application/pdf",
});
