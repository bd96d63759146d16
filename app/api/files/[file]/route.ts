import { currentActor } from "#app/_server/session.ts";
import { answeredFile } from "#domain/stored-file/queries.ts";

/** Nothing of a file runs here, whatever is in it. */
const safe = {
  "content-security-policy": "default-src 'none'; sandbox",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
};

/** A file that was sent as an answer, to whoever may read the answer: saved, and never shown or run by a browser. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/files/[file]">,
): Promise<Response> {
  const { file: id } = await params;
  const file = await answeredFile(await currentActor(), id);
  if (!file) return new Response(null, { status: 404, headers: safe });
  return new Response(new Uint8Array(file.content), {
    headers: {
      "content-type": file.type,
      "content-length": String(file.content.length),
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      ...safe,
    },
  });
}
