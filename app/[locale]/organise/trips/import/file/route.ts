import { refused, seeOther } from "#app/_server/own-form.ts";
import { currentActor } from "#app/_server/session.ts";
import { signInPath } from "#app/_server/sign-in-path.ts";
import { isPerson, organisationsOf } from "#domain/actor/rules.ts";
import { importTrip } from "#domain/archive/commands.ts";
import { mostArchiveBytes } from "#domain/archive/schema.ts";
import { defaultLocale, isLocale, localePath } from "#lib/locales.ts";
import { sameOrigin } from "#lib/origin.ts";
import { keepRefusal, type Refusal } from "../refusal.ts";
import { sentFile } from "./sent-file.ts";

/** What a form has besides its file. */
const besides = 64 * 1024;

/**
 * Makes the trip of a file for the chosen organisation, or for the only one that the person organises for. Nothing is read
 * of what somebody sends who organises for none: a file is larger than any other form may be.
 */
export async function POST(
  request: Request,
  { params }: RouteContext<"/[locale]/organise/trips/import/file">,
): Promise<Response> {
  if (!sameOrigin(request.headers)) return refused();
  const { locale: given } = await params;
  const locale = isLocale(given) ? given : defaultLocale;
  const page = localePath(locale, "/organise/trips/import");
  const actor = await currentActor();
  if (!isPerson(actor)) return seeOther(signInPath(page));
  const [only, ...others] = organisationsOf(actor, "organiser");
  if (!only) return new Response(null, { status: 404 });
  const refuse = async (refusal: Refusal) => {
    const { number, cookie } = await keepRefusal(refusal);
    return seeOther(`${page}?refused=${number}`, [cookie]);
  };
  const form = await sentFile(request, mostArchiveBytes + besides);
  const chosen = form?.get("organisationId");
  const organisationId = others.length && typeof chosen === "string" ? chosen : only;
  const file = form?.get("file");
  if (!form || (file instanceof File && file.size > mostArchiveBytes)) {
    return refuse({ organisationId, problems: [{ path: [], reason: "fileTooLarge" }] });
  }
  const text = file instanceof File ? await file.text() : "";
  const key = form.get("key");
  const sent = { organisationId, text, key: typeof key === "string" ? key : undefined };
  const made = await importTrip(actor, sent, new Date());
  if (made.ok) {
    const alone = made.again ? "importedAgain" : "imported";
    const done = made.sheetsLeft ? "importedWithoutSheets" : alone;
    return seeOther(localePath(locale, `/organise/trips/${made.slug}?done=${done}`));
  }
  if (made.reason === "notFound") return new Response(null, { status: 404 });
  return refuse({ organisationId, problems: made.problems });
}
