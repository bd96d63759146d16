import { cookies, headers } from "next/headers";
import { startSignIn as start } from "#domain/sign-in/commands.ts";
import { addressOf, returnPath } from "#domain/sign-in/rules.ts";
import { clientAddress } from "#lib/client-address.ts";
import { env } from "#lib/env.ts";
import type { Locale } from "#lib/locales.ts";
import type { Result } from "#lib/result.ts";
import { seal, unseal } from "#lib/seal.ts";
import { cookieOptions, signInCookie } from "./auth-cookies.ts";
import { currentActor } from "./session.ts";

/** The sign-in that this browser has begun; only we can read or make it. */
export type SignInBegun = {
  /** Null when nothing was sent, and never was to this address. */
  challengeId: string | null;
  /** As typed, where it is no address. */
  email: string;
  callbackUrl: string;
  tooMany: boolean;
};

const purpose = "sign-in begun";
const rememberedSeconds = 60 * 60;

/**
 * Mails a code and a link to this address and remembers in a cookie that this browser asked: send the
 * person to `/sign-in/code` in their language next, also with `tooMany`, which that page explains.
 * `callbackUrl` is the address of ours to come back to. For server actions and route handlers.
 */
export async function startSignIn(
  email: string,
  callbackUrl: string,
  locale: Locale,
): Promise<Result<object, "invalidAddress" | "tooMany">> {
  const client = clientAddress(await headers(), env().TRUSTED_PROXIES);
  const wish = { email, callbackUrl, locale, client };
  const started = await start(await currentActor(), wish, new Date());
  const before = await signInBegun();
  const address = addressOf(email) ?? email;
  const known = before?.email === address ? before.challengeId : null;
  await remember({
    challengeId: started.ok ? started.challengeId : known,
    email: address,
    callbackUrl: returnPath(callbackUrl, locale),
    tooMany: !started.ok && started.reason === "tooMany",
  });
  return started.ok ? { ok: true } : started;
}

/** The sign-in that this browser began within the last hour, or null. */
export async function signInBegun(): Promise<SignInBegun | null> {
  return unseal<SignInBegun>(purpose, (await cookies()).get(signInCookie())?.value);
}

/** After it has come to its end. */
export async function forgetSignIn(): Promise<void> {
  (await cookies()).set(signInCookie(), "", { ...cookieOptions(), maxAge: 0 });
}

async function remember(begun: SignInBegun): Promise<void> {
  const value = await seal(purpose, begun, rememberedSeconds);
  (await cookies()).set(signInCookie(), value, { ...cookieOptions(), maxAge: rememberedSeconds });
}
