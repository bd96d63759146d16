import { currentActor } from "#app/_server/session.ts";
import { isLocale } from "#lib/locales.ts";
import { readShown } from "../shown-view.ts";

/** The code of this moment and how many are there, as JSON, for the screen that shows it. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[locale]/organise/trips/[slug]/check-in/[date]/code">,
): Promise<Response> {
  const { locale, slug, date } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const asked = new URL(request.url).searchParams;
  const read = await readShown(await currentActor(), { locale, slug, date, asked }, new Date());
  return read ? Response.json(read.view) : new Response(null, { status: 404 });
}
