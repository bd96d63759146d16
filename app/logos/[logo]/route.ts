import { publicActor } from "#domain/actor/queries.ts";
import { logoPicture } from "#domain/logo/queries.ts";

/** Nothing of a file runs here, whatever is in it. */
const safe = {
  "content-security-policy": "default-src 'none'; sandbox",
  "x-content-type-options": "nosniff",
};

/** Another picture has another address: whoever has this one never asks again. */
const forGood = "public, max-age=31536000, immutable";

/** A logo of a project, to everybody: also to mail programs, which know no session. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/logos/[logo]">,
): Promise<Response> {
  const { logo } = await params;
  const sha256 = /^([0-9a-f]{64})\.png$/.exec(logo)?.[1];
  const picture = sha256 ? await logoPicture(publicActor, sha256) : null;
  if (!picture) {
    return new Response(null, { status: 404, headers: { ...safe, "cache-control": "no-store" } });
  }
  return new Response(new Uint8Array(picture), {
    headers: {
      "content-type": "image/png",
      "content-length": String(picture.length),
      "cache-control": forGood,
      ...safe,
    },
  });
}
