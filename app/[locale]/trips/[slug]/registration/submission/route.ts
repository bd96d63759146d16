import { readOwnForm, refused, seeOther } from "#app/_server/own-form.ts";
import { currentActor } from "#app/_server/session.ts";
import { signInPath } from "#app/_server/sign-in-path.ts";
import { isPerson } from "#domain/actor/rules.ts";
import { register } from "#domain/registration/commands.ts";
import { defaultLocale, isLocale, localePath } from "#lib/locales.ts";
import { forgetDraft } from "../draft.ts";

/** Takes the checked answers. The page of the registration then says what came of them, whatever it is. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/[locale]/trips/[slug]/registration/submission">,
): Promise<Response> {
  const form = await readOwnForm(request);
  if (!form) return refused();
  const { locale: given, slug: tripSlug } = await params;
  const locale = isLocale(given) ? given : defaultLocale;
  const page = localePath(locale, `/trips/${encodeURIComponent(tripSlug)}/registration`);
  const actor = await currentActor();
  if (!isPerson(actor)) return seeOther(signInPath(`${page}/check`));
  const { field } = form;
  const answers = {
    givenName: field("givenName"),
    familyName: field("familyName"),
    phone: field("phone"),
    organisation: field("organisation"),
    institution: field("institution"),
    position: field("position"),
    noPhotos: field("noPhotos") === "yes",
  };
  const registered = await register(actor, { ...answers, tripSlug, locale }, new Date());
  if (registered.ok) await forgetDraft();
  return seeOther(page);
}
