import { currentActor } from "#app/_server/session.ts";
import { recordAttendance } from "#domain/attendance/commands.ts";
import { attendanceTrip } from "#domain/attendance/queries.ts";
import { isWholeDay, partAsked, partKey } from "#domain/day-part/rules.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { sameOrigin } from "#lib/origin.ts";
import { readMark } from "./read-mark.ts";

type Address = { params: Promise<{ locale: string; slug: string; date: string }> };

/** Takes one mark: a page's script is answered in JSON, a plain form is sent back to its list. */
export async function POST(request: Request, { params }: Address): Promise<Response> {
  if (!sameOrigin(request.headers)) return notFound();
  const { locale, slug, date } = await params;
  const actor = await currentActor();
  const now = new Date();
  const tripId = await attendanceTrip(actor, slug, now);
  if (!tripId) return notFound();
  const part = partAsked(new URL(request.url).searchParams.get("part") ?? "");
  if (!part) return notFound();
  const mark = readMark(await request.formData(), request.headers, now);
  const result = await recordAttendance(actor, { ...mark, ...part, tripId, date }, now);
  if (request.headers.get("accept") === "application/json") {
    return Response.json(result, { status: result.ok ? 200 : 409 });
  }
  const query = new URLSearchParams({
    ...(isWholeDay(part) ? {} : { part: partKey(part) }),
    ...(result.ok ? {} : { refused: result.reason }),
  });
  const list = localePath(locale as Locale, `/organise/trips/${slug}/attendance/${date}`);
  const location = `${list}${query.size ? `?${query}` : ""}#${mark.registrationId}`;
  return new Response(null, { status: 303, headers: { location } });
}

const notFound = () => new Response(null, { status: 404 });
