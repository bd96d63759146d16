import { publicPdf } from "#app/_server/pdf-answer.ts";
import { currentActor } from "#app/_server/session.ts";
import { publishedItinerary, publishedVersion } from "#domain/itinerary/queries.ts";
import { textsIn } from "#lib/i18n/catalogue.ts";
import { isLocale, localePath } from "#lib/locales.ts";
import { itineraryDocument, printedNow } from "../../../itinerary-document.ts";
import { readItineraryChoice } from "../../../read-itinerary-choice.ts";

/**
 * The newest published version, or an earlier one by `?version=2`, as a tagged PDF: `form=large` or `booklet`, a second
 * language by `also=en`, changes marked by `since=1`. While there is none, the page says so.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[locale]/trips/[slug]/itinerary.pdf">,
): Promise<Response> {
  const { locale, slug } = await params;
  const choice = readItineraryChoice(request.url);
  const actor = await currentActor();
  const itinerary = isLocale(locale) && choice ? await publishedItinerary(actor, slug) : null;
  if (!isLocale(locale) || !choice || !itinerary) return notThere();
  const versionOf = async (number: number) => (await publishedVersion(actor, slug, number))?.facts;
  const facts = choice.version === null ? itinerary.facts : await versionOf(choice.version);
  if (!facts && choice.version !== null) return notThere();
  if (!facts) {
    const location = localePath(locale, `/trips/${slug}/itinerary`);
    return new Response(null, { status: 307, headers: { location } });
  }
  const since = choice.since === null ? null : await versionOf(choice.since);
  if (since === undefined) return notThere();
  const cancelled = Boolean(itinerary.cancelledAt);
  const wanted = { locale, ...choice, since, cancelled };
  const paperOf = (printedAt: Date) => itineraryDocument(facts, { ...wanted, printedAt });
  const papers = { paper: paperOf(printedNow()), facts: paperOf(new Date(facts.publishedAt)) };
  const fileName = `${textsIn(locale)("papers.fileName")}-${slug}-v${facts.number}.pdf`;
  return publicPdf(request, papers, { fileName, locale });
}

const notThere = () => new Response(null, { status: 404 });
