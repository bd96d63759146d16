import { cookies } from "next/headers";
import { cookieOptions, sessionCookie } from "#app/_server/auth-cookies.ts";
import { readOwnForm, refused, seeOther } from "#app/_server/own-form.ts";
import { currentActor } from "#app/_server/session.ts";
import { endSession } from "#domain/session/commands.ts";
import { sessionHash } from "#lib/keys.ts";
import { localePath } from "#lib/locales.ts";

/** Ends the session, in the database and in this browser. */
export async function POST(request: Request): Promise<Response> {
  const form = await readOwnForm(request);
  if (!form) return refused();
  const jar = await cookies();
  const token = jar.get(sessionCookie())?.value;
  if (token) await endSession(await currentActor(), { hash: sessionHash(token) }, new Date());
  jar.set(sessionCookie(), "", { ...cookieOptions(), maxAge: 0 });
  const { field, locale } = form;
  return seeOther(localePath(locale, pathAfter(field("returnTo"))));
}

/** A page that anybody may see; whoever signs in with another address goes on with it. */
function pathAfter(wanted: string): string {
  return /^\/trips\/[\w-]+\/registration$/.test(wanted) ? wanted : "/";
}
