import { getTranslations } from "next-intl/server";
import { currentActor } from "#app/_server/session.ts";
import { itineraryPaper } from "#documents/itinerary-paper.ts";
import { paperTag, renderPaper } from "#documents/render.ts";
import { publishedItinerary, publishedVersion } from "#domain/itinerary/queries.ts";
import { env } from "#lib/env.ts";
import { isLocale, localePath } from "#lib/locales.ts";

/** The newest published version, or an earlier one by `?version=2`, as a tagged PDF. While there is none, the page says so. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[locale]/trips/[slug]/itinerary.pdf">,
): Promise<Response> {
  const { locale, slug } = await params;
  const itinerary = isLocale(locale) ? await publishedItinerary(await currentActor(), slug) : null;
  if (!isLocale(locale) || !itinerary) return new Response(null, { status: 404 });
  const { cancelledAt } = itinerary;
  const asked = new URL(request.url).searchParams.get("version");
  const facts = asked === null ? itinerary.facts : await factsOf(slug, asked);
  if (asked !== null && !facts) return new Response(null, { status: 404 });
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
  const known = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
  if (known.some((one) => one.replace(/^W\//, "") === tag)) {
    return new Response(null, { status: 304, headers });
  }
  const pdf = await renderPaper(paper);
  return new Response(Buffer.from(pdf), {
    headers: { ...headers, "content-length": String(pdf.byteLength) },
  });
}

async function factsOf(slug: string, version: string) {
  if (!/^[1-9]\d{0,5}$/.test(version)) return null;
  return (await publishedVersion(await currentActor(), slug, Number(version)))?.facts ?? null;
}
