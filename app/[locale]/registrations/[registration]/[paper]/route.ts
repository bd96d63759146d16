import { privatePdf, withoutHead } from "#app/_server/pdf-answer.ts";
import { currentActor } from "#app/_server/session.ts";
import type { Paper } from "#documents/render.ts";
import { isLocale } from "#lib/locales.ts";
import { ownCertificate, ownInvitation, ownItinerary, type Wanted } from "./papers.ts";

/** The papers of one person, by the name of the file. */
const papers = new Map<string, (wanted: Wanted) => Promise<Paper | null>>(
  Object.entries({
    "certificate.pdf": ownCertificate,
    "invitation.pdf": ownInvitation,
    "itinerary.pdf": ownItinerary,
  }),
);

/** A paper of one person, for whoever may have it: the person, a coordinator, the organiser. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[locale]/registrations/[registration]/[paper]">,
): Promise<Response> {
  const { locale, registration, paper: fileName } = await params;
  const make = papers.get(fileName);
  if (!isLocale(locale) || !make) return notThere();
  const actor = await currentActor();
  const wanted = { actor, registrationId: registration, locale, url: request.url, now: new Date() };
  const paper = await make(wanted);
  return paper ? privatePdf(paper, { fileName, locale }) : notThere();
}

export const HEAD = withoutHead;

const notThere = () => new Response(null, { status: 404 });
