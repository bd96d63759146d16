import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { cookieOptions, invitationCookie, withInvitation } from "#app/_server/auth-cookies.ts";
import { seeOther } from "#app/_server/own-form.ts";
import { currentActor } from "#app/_server/session.ts";
import { invitedTo } from "#domain/invitation/queries.ts";
import { defaultLocale, isLocale, localePath } from "#lib/locales.ts";

const aYear = 365 * 24 * 60 * 60;

/** Opens an invitation's link: this browser may see its trip from now on. Opening it twice changes nothing. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/[locale]/invitations/[token]">,
): Promise<Response> {
  const { locale: given, token } = await params;
  const locale = isLocale(given) ? given : defaultLocale;
  const found = await invitedTo(await currentActor(), token);
  if (!found) notFound();
  const kept = await cookies();
  const value = withInvitation(kept.get(invitationCookie())?.value, token);
  kept.set(invitationCookie(), value, { ...cookieOptions(), maxAge: aYear });
  return seeOther(localePath(locale, `/trips/${found.slug}/invited`));
}
