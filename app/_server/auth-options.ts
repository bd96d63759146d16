import { randomBytes } from "node:crypto";
import type { AuthOptions } from "next-auth";
import type { EmailConfig } from "next-auth/providers/email";
import { actorOf, publicActor } from "#domain/actor/queries.ts";
import { beginSession } from "#domain/session/commands.ts";
import { isShutOut } from "#domain/session/queries.ts";
import { env } from "#lib/env.ts";
import type { Locale } from "#lib/locales.ts";
import { log } from "#lib/log.ts";
import { authAdapter } from "./auth-adapter.ts";
import { cookieOptions, csrfCookie, sessionCookie } from "./auth-cookies.ts";
import { oidcProviders } from "./oidc.ts";

/** From sign-in to signing in again, whatever happens between. */
const sessionDays = 14;

/** Settings of next-auth for one request, made in this language. */
export function authOptions(locale: Locale): AuthOptions {
  return {
    adapter: authAdapter(),
    secret: env().AUTH_SECRET,
    providers: [provenAddress, ...oidcProviders()],
    session: {
      strategy: "database",
      maxAge: sessionDays * 24 * 60 * 60,
      generateSessionToken: () => randomBytes(32).toString("base64url"),
    },
    cookies: {
      sessionToken: { name: sessionCookie(), options: cookieOptions() },
      csrfToken: { name: csrfCookie(), options: cookieOptions() },
    },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    callbacks: {
      async signIn({ user, account, profile }) {
        const verified = (profile as { email_verified?: unknown } | undefined)?.email_verified;
        if (account?.provider !== provenAddress.id && verified !== true) {
          return "/sign-in?error=AddressNotVerified";
        }
        return Boolean(user.email) && !(await isShutOut(publicActor, user.email as string));
      },
    },
    events: {
      async signIn({ user, account }) {
        const by = account?.provider === provenAddress.id ? "mail" : "provider";
        const actor = await actorOf(user.id);
        if (actor) await beginSession(actor, { locale, by }, new Date());
      },
    },
    logger: {
      error: (code, metadata) => log.warn({ code, reason: messageOf(metadata) }, "sign-in failed"),
      warn: (code) => log.debug({ code }, "next-auth warns"),
      debug: () => undefined,
    },
  };
}

/**
 * Stands for our own codes and links: they prove an address (domain/sign-in), and next-auth goes on from
 * there. It sends nothing itself, and its tokens never leave the server (finish-sign-in.ts).
 */
export const provenAddress: EmailConfig = {
  id: "email",
  type: "email",
  name: "Email",
  server: "",
  from: "",
  maxAge: 60,
  sendVerificationRequest: () => {
    throw new Error("Codes are sent by domain/sign-in");
  },
  options: {} as never,
};

function messageOf(metadata: unknown): string {
  const error = metadata instanceof Error ? metadata : (metadata as { error?: unknown })?.error;
  return error instanceof Error ? error.message : "unknown";
}
