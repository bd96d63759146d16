import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { localeOfPath, returnPath } from "#domain/sign-in/rules.ts";
import { env } from "#lib/env.ts";
import { defaultLocale, type Locale } from "#lib/locales.ts";
import { csrfCookie, sessionCookie } from "./auth-cookies.ts";
import { ownPath } from "./finish-sign-in.ts";
import { askNextAuth } from "./next-auth.ts";
import { seeOther } from "./own-form.ts";

/** Where a sign-in with the identity provider begins: its address, and the cookies to come back with. */
export async function startAtProvider(
  returnTo: string,
  locale: Locale,
): Promise<{ address: string; cookies: string[] } | { problem: Response }> {
  const callbackUrl = returnPath(returnTo, locale);
  const csrfToken = randomBytes(32).toString("hex");
  const hash = createHash("sha256").update(`${csrfToken}${env().AUTH_SECRET}`).digest("hex");
  const answer = await askNextAuth(locale, {
    path: ["signin", "oidc"],
    method: "POST",
    body: { csrfToken, callbackUrl: new URL(callbackUrl, env().APP_URL).href },
    cookies: { [csrfCookie()]: `${csrfToken}|${hash}` },
  });
  const { location } = answer;
  const elsewhere = location && new URL(location, env().APP_URL).origin !== ownOrigin();
  if (elsewhere) return { address: location, cookies: answer.cookies };
  return { problem: seeOther(ownPath(location, locale, callbackUrl)) };
}

/** Completes what `startAtProvider` began, with what the provider put into the address. */
export async function finishAtProvider(query: URLSearchParams): Promise<Response> {
  const jar = (await cookies()).getAll().map(({ name, value }) => [name, value] as const);
  const wanted = jar.find(([name]) => name.endsWith("next-auth.callback-url"))?.[1] ?? "";
  const callbackUrl = returnPath(pathOfOwn(wanted), defaultLocale);
  const locale = localeOfPath(callbackUrl);
  const answer = await askNextAuth(locale, {
    path: ["callback", "oidc"],
    method: "GET",
    query: Object.fromEntries(query),
    // Its own for this dance. A return address that is none of ours would make it fail.
    cookies: Object.fromEntries(
      jar.filter(([name]) =>
        /^(__Secure-)?next-auth\.(state|nonce|pkce\.code_verifier)$/.test(name),
      ),
    ),
  });
  const path = ownPath(answer.location, locale, callbackUrl);
  const signedIn = answer.cookies.some((cookie) => cookie.startsWith(`${sessionCookie()}=`));
  return seeOther(signedIn ? callbackUrl : path, answer.cookies);
}

const ownOrigin = () => new URL(env().APP_URL).origin;

/** The path of an address of ours; null of any other. */
function pathOfOwn(address: string): string | null {
  const url = URL.parse(address);
  return url?.origin === ownOrigin() ? `${url.pathname}${url.search}${url.hash}` : null;
}
