import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import type { Proven } from "#domain/sign-in/commands.ts";
import { localeOfPath } from "#domain/sign-in/rules.ts";
import { env } from "#lib/env.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { authAdapter } from "./auth-adapter.ts";
import { sessionCookie } from "./auth-cookies.ts";
import { provenAddress } from "./auth-options.ts";
import { askNextAuth } from "./next-auth.ts";
import { seeOther } from "./own-form.ts";
import { forgetSignIn } from "./sign-in.ts";

/**
 * Signs in whoever has proven to own the address, and sends the browser where it wanted to go. next-auth
 * makes person and session: it is given a token that it takes for one of its own mailed ones, and that
 * no browser ever sees.
 */
export async function finishSignIn({ email, callbackUrl }: Proven): Promise<Response> {
  const token = randomBytes(32).toString("base64url");
  await authAdapter().createVerificationToken?.({
    identifier: email,
    token: createHash("sha256").update(`${token}${env().AUTH_SECRET}`).digest("hex"),
    expires: new Date(Date.now() + (provenAddress.maxAge ?? 60) * 1_000),
  });
  const before = (await cookies()).get(sessionCookie());
  const locale = localeOfPath(callbackUrl);
  const answer = await askNextAuth(locale, {
    path: ["callback", provenAddress.id],
    method: "GET",
    query: { email, token, callbackUrl: new URL(callbackUrl, env().APP_URL).href },
    cookies: before ? { [before.name]: before.value } : {},
  });
  await forgetSignIn();
  const own = answer.cookies.filter((cookie) => cookie.startsWith(`${sessionCookie()}=`));
  return seeOther(ownPath(answer.location, locale, callbackUrl), own);
}

/** next-auth's words for what went wrong, in ours. */
const problems = new Map([
  ["AccessDenied", "shutOut"],
  ["AddressNotVerified", "unverified"],
]);

/** Where next-auth sends the browser, as a path of ours; its error pages are our sign-in page. */
export function ownPath(location: string | null, locale: Locale, returnTo: string): string {
  const { pathname, search, hash, searchParams } = new URL(location ?? "/sign-in", env().APP_URL);
  if (pathname !== "/sign-in" && !pathname.startsWith("/api/auth/")) {
    return `${pathname}${search}${hash}`;
  }
  const problem = problems.get(searchParams.get("error") ?? "") ?? "provider";
  return `${localePath(locale, "/sign-in")}?${new URLSearchParams({ problem, returnTo })}`;
}
