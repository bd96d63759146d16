import { env } from "#lib/env.ts";

const isHttps = () => env().APP_URL.startsWith("https:");

/** With `__Host-` no other host can set it. No name may begin with another's: next-auth would mix them up. */
const named = (name: string) => (isHttps() ? `__Host-${name}` : name);

export const sessionCookie = () => named("pieredze-session");

/** next-auth's own protection of forms; ours check where they come from. */
export const csrfCookie = () => named("next-auth-form");

/** Tokens of the invitations whose links were opened in this browser, with dots between. */
export const invitationCookie = () => named("pieredze-invitations");

/** At most so many are kept in a browser; the newest push out the oldest. */
const mostInvitations = 8;

export const readInvitations = (value: string | undefined) =>
  (value?.split(".") ?? []).filter((token) => /^[\w-]{43}$/.test(token)).slice(0, mostInvitations);

export const withInvitation = (value: string | undefined, token: string) =>
  [token, ...readInvitations(value).filter((other) => other !== token)]
    .slice(0, mostInvitations)
    .join(".");

/** Which sign-in this browser has begun, sealed. */
export const signInCookie = () => named("sign-in-begun");

export const cookieOptions = () => ({
  httpOnly: true,
  sameSite: "lax" as const,
  path: "/",
  secure: isHttps(),
});
