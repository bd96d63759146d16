import { getTranslations } from "next-intl/server";
import { itineraryPaper } from "#documents/itinerary-paper.ts";
import { paperTag, renderPaper } from "#documents/render.ts";
import { publicActor } from "#domain/actor/queries.ts";
import { publishedItinerary } from "#domain/itinerary/queries.ts";
import { env } from "#lib/env.ts";
import { isLocale, localePath } from "#lib/locales.ts";

/** The newest published version as a tagged PDF; 404 while there is none. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[locale]/trips/[slug]/itinerary.pdf">,
): Promise<Response> {
  const { locale, slug } = await params;
  const itinerary = isLocale(locale) ? await publishedItinerary(publicActor, slug) : null;
  if (!isLocale(locale) || !itinerary?.facts) return new Response(null, { status: 404 });
  const { facts, cancelledAt } = itinerary;
  const t = await getTranslations({ locale });
  const address = env().APP_URL + localePath(locale, `/trips/${slug}/itinerary`);
  const words = itineraryPaper(facts, { locale, t, address, cancelled: Boolean(cancelledAt) });
  const paper = { name: "itinerary", words, madeAt: new Date(facts.publishedAt) } as const;
  const tag = `"${facts.number}-${paperTag(paper)}"`;
  const headers = {
    "cache-control": "public, no-cache",
    "content-disposition": `inline; filename="${t("papers.fileName")}-${slug}-v${facts.number}.pdf"`,
    "content-language": locale,
    "content-type": "application/pdf",
    etag: tag,
  };
  const asked = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
  if (asked.some((one) => one.replace(/^W\//, "") === tag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(Buffer.from(await renderPaper(paper)), { headers });
}
