import { createHash } from "node:crypto";

/** A calendar as an answer. Calendars ask again and again: one that has this text already is told so. */
export function calendarAnswer(request: Request, text: string, fileName: string): Response {
  const tag = `"${createHash("sha256").update(text).digest("base64url")}"`;
  const headers = {
    "content-disposition": `inline; filename="${fileName}"`,
    "content-type": "text/calendar; charset=utf-8",
    etag: tag,
  };
  const known = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
  if (known.some((one) => one.replace(/^W\//, "") === tag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(text, { headers });
}
