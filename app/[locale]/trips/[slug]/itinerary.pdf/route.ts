import { getTranslations } from "next-intl/server";
import { itineraryPaper } from "#documents/itinerary-paper.ts";
import { paperTag, renderPaper } from "#documents/render.ts";
import { publicActor } from "#domain/actor/queries.ts";
import { publishedItinerary } from "#domain/itinerary/queries.ts";
import { env } from "#lib/env.ts";
import { isLocale, localePath } from "#lib/locales.ts";

/** The newest published version as a tagged PDF. While there is none, the page says so. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[locale]/trips/[slug]/itinerary.pdf">,
): Promise<Response> {
  const { locale, slug } = await params;
  const itinerary = isLocale(locale) ? await publishedItinerary(publicActor, slug) : null;
  if (!isLocale(locale) || !itinerary) return new Response(null, { status: 404 });
  const { facts, cancelledAt } = itinerary;
  const page = localePath(locale, `/trips/${slug}/itinerary`);
  if (!facts) return new Response(null, { status: 307, headers: { location: page } });
  const t = await getTranslations({ locale });
  const address = env().APP_URL + page;
  const words = itineraryPaper(facts, { locale, t, address, cancelled: Boolean(cancelledAt) });
  const paper = { name: "itinerary", words, madeAt: new Date(facts.publishedAt) } as const;
  const tag = `"${facts.number}-${paperTag(paper)}"`;
  const headers = {
    "content-disposition": `inline; filename="${t("papers.fileName")}-${slug}-v${facts.number}.pdf"`,
    "content-language": locale,
    "content-type": "application/pdf",
    etag: tag,
  };
  const asked = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
  if (asked.some((one) => one.replace(/^W\//, "") === tag)) {
    return new Response(null, { status: 304, headers });
  }
  const pdf = await renderPaper(paper);
  return new Response(Buffer.from(pdf), {
    headers: { ...headers, "content-length": String(pdf.byteLength) },
  });
}
