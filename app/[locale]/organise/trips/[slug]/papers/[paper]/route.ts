import { privatePdf, withoutHead } from "#app/_server/pdf-answer.ts";
import { currentActor } from "#app/_server/session.ts";
import { isLocale } from "#lib/locales.ts";
import { papers } from "./papers.ts";

/** A paper of a trip for those who carry it out, by the name of its file; what it shows is in the address. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[locale]/organise/trips/[slug]/papers/[paper]">,
): Promise<Response> {
  const { locale: ofAddress, slug, paper: fileName } = await params;
  const asked = new URL(request.url).searchParams;
  const locale = asked.get("lang") ?? ofAddress;
  const make = papers.get(fileName);
  if (!isLocale(locale) || !make) return notThere();
  const actor = await currentActor();
  const paper = await make({ actor, slug, locale, asked, now: new Date() });
  return paper ? privatePdf(paper, { fileName: `${slug}-${fileName}`, locale }) : notThere();
}

export const HEAD = withoutHead;

const notThere = () => new Response(null, { status: 404 });
