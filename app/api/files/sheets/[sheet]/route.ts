import { currentActor } from "#app/_server/session.ts";
import { sheetFile } from "#domain/sheet/queries.ts";

/** Nothing of a file runs here, whatever is in it. */
const safe = {
  "content-security-policy": "default-src 'none'; sandbox",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
};

/** A file of a signed sheet, to whoever may read it: a picture to be shown, a PDF to be saved. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/files/sheets/[sheet]">,
): Promise<Response> {
  const { sheet: id } = await params;
  const file = await sheetFile(await currentActor(), id);
  if (!file) return new Response(null, { status: 404, headers: safe });
  const shown = file.type === "application/pdf" ? "attachment" : "inline";
  return new Response(new Uint8Array(file.content), {
    headers: {
      "content-type": file.type,
      "content-length": String(file.content.length),
      "content-disposition": `${shown}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      ...safe,
    },
  });
}
