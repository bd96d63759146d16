import { withoutHead } from "#app/_server/pdf-answer.ts";
import { currentActor } from "#app/_server/session.ts";
import { archiveOfTrip } from "#domain/archive/queries.ts";
import { isLocale } from "#lib/locales.ts";

/** The whole trip as a file for another installation, to its organiser; with personal data by `?people=1`, and the contents of signed sheets by `&sheets=1`. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[locale]/organise/trips/[slug]/archive">,
): Promise<Response> {
  const { locale, slug } = await params;
  const asked = new URL(request.url).searchParams;
  const people = asked.get("people") === "1";
  const sheets = people && asked.get("sheets") === "1";
  const archive = isLocale(locale)
    ? await archiveOfTrip(await currentActor(), slug, { people, sheets })
    : null;
  if (!archive) return new Response(null, { status: 404 });
  return new Response(`${JSON.stringify(archive, null, 2)}\n`, {
    headers: {
      "content-type": "application/json",
      "content-disposition": `attachment; filename="trip-${slug}.json"`,
    },
  });
}

export const HEAD = withoutHead;
