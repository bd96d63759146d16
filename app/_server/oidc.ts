import type { OAuthConfig } from "next-auth/providers/oauth";
import { addressOf } from "#domain/sign-in/rules.ts";
import { env } from "#lib/env.ts";

type Claims = {
  sub: string;
  email?: string;
  email_verified?: boolean;
  given_name?: string;
  family_name?: string;
};

/** What its button says, or null when no identity provider is switched on. */
export function oidcLabel(): string | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_LABEL } = env();
  return OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET ? OIDC_LABEL : null;
}

/** The identity provider named by OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, if all three are. */
export function oidcProviders(): OAuthConfig<Claims>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return [];
  return [
    {
      id: "oidc",
      name: "OIDC",
      type: "oauth",
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
      issuer: OIDC_ISSUER,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: "openid email profile" } },
      checks: ["pkce", "state", "nonce"],
      idToken: true,
      // Providers may leave the address out of the ID token and give it here alone.
      userinfo: {
        async request({ client, tokens }) {
          const told = await client.userinfo(tokens as Parameters<typeof client.userinfo>[0]);
          return { ...idTokenClaims(tokens.id_token), ...told };
        },
      },
      profile(claims) {
        const email = addressOf(claims.email ?? "");
        if (!email) throw new Error("The identity provider names no usable e-mail address");
        const { sub, given_name, family_name } = claims;
        return {
          id: sub,
          email,
          givenName: given_name ?? null,
          familyName: family_name ?? null,
        };
      },
      // Safe because callbacks.signIn wants the address verified, and no local row can be made without that.
      allowDangerousEmailAccountLinking: true,
    },
  ];
}

/** Its signature was checked before; only the payload is read here. */
function idTokenClaims(idToken: string | undefined): object {
  const payload = idToken?.split(".")[1];
  return payload ? JSON.parse(Buffer.from(payload, "base64url").toString()) : {};
}
