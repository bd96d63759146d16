import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** What the provider says of the one person whom it knows. */
export type Claims = { sub: string; email: string; email_verified: boolean };

export type IdentityProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who signs in next. */
  person: Claims;
  stop: () => Promise<void>;
};

/**
 * A real OpenID Connect provider on a free port, whose people sign in and consent without being asked.
 * `callback` is the address of the product that it sends them back to.
 */
export async function startIdentityProvider(callback: string): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ["pieredze", "known-to-provider-and-product-alone"];
  const known: IdentityProvider = {
    issuer,
    clientId,
    clientSecret,
    person: { sub: "1", email: "anna@kraslava.example", email_verified: true },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [callback] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({ ...known.person, sub: accountId }),
    }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: ["a key for tests"] },
    pkce: { required: () => true },
  });
  const answer = provider.callback();
  server.on("request", async (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return answer(request, response);
    const { params } = await provider.interactionDetails(request, response);
    const { sub: accountId } = known.person;
    const grant = new provider.Grant({ accountId, clientId });
    grant.addOIDCScope(String(params.scope));
    const result = { login: { accountId }, consent: { grantId: await grant.save() } };
    await provider.interactionFinished(request, response, result);
  });
  return known;
}
