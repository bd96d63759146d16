import type { IncomingMessage, ServerResponse } from "node:http";
import { actorOfSession } from "#domain/actor/queries.ts";
import { env } from "#lib/env.ts";
import { sessionHash } from "#lib/keys.ts";
import { askBeforeLargeBodies, end } from "#lib/large-bodies.ts";
import { sameOrigin } from "#lib/origin.ts";
import { sessionCookie } from "./auth-cookies.ts";
import { signInPath } from "./sign-in-path.ts";

/** Five times the largest form that somebody sends who is not signed in. */
const mostOfAnybody = 128 * 1024;

/** The largest file that a form takes, with what else it has; what says that it is larger is sent by no page of ours. */
const mostOfForms = 64 * 1024 * 1024;

/** Bodies with files are read of nobody but those who are signed in: actions and the proxy read before anybody asks whose they are. */
export function readFilesOfKnownPeopleAlone(): void {
  askBeforeLargeBodies({ most: mostOfAnybody, mayPass: isSignedIn, refuse });
}

async function isSignedIn({ headers }: IncomingMessage): Promise<boolean> {
  const name = `${sessionCookie()}=`;
  const kept = headers.cookie?.split(/; */).find((one) => one.startsWith(name));
  if (!kept) return false;
  return (await actorOfSession(sessionHash(kept.slice(name.length)), new Date())) !== null;
}

/**
 * Somebody whose session ended while a form was open is led to sign in, as its action would do; the body then arrives,
 * and is thrown away. Anybody else is cut off.
 */
function refuse(request: IncomingMessage, response: ServerResponse): ServerResponse {
  const length = request.headers["content-length"];
  if (length === undefined) return end(response, 411);
  const page = ownPage(request);
  if (!page || Number(length) > mostOfForms) return end(response, 413);
  const path = signInPath(page);
  // A browser would follow a place by itself, and the action would hear nothing of it.
  const where = request.headers["next-action"]
    ? { "x-action-redirect": `${path};push` }
    : { location: path };
  return response.writeHead(303, { ...where, "cache-control": "no-store" }).end();
}

/** The page of ours that a form was sent from; null where it was none. */
function ownPage({ headers, url = "/" }: IncomingMessage): string | null {
  const { origin, referer } = headers;
  const given = new Headers(origin === undefined ? {} : { origin });
  const site = headers["sec-fetch-site"];
  if (typeof site === "string") given.set("sec-fetch-site", site);
  if (!sameOrigin(given)) return null;
  const own = new URL(env().APP_URL).origin;
  const from = URL.parse(referer ?? url, own);
  return from?.origin === own ? from.pathname : null;
}
