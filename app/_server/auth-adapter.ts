import { DrizzleAdapter } from "@auth/drizzle-adapter";
import type { Adapter, AdapterAccount } from "next-auth/adapters";
import { database } from "#db/client.ts";
import { account, session, user, verificationToken } from "#db/schema/person.ts";
import { sessionHash } from "#lib/keys.ts";

/** How next-auth keeps people and sessions; the one place of the app that knows the database. */
export function authAdapter(): Adapter {
  const inner = DrizzleAdapter(database(), {
    // Its address is text, put in lower case on the way: another type, and no other values.
    usersTable: user as never,
    accountsTable: account,
    sessionsTable: session,
    verificationTokensTable: verificationToken,
  }) as Required<Adapter>;
  return {
    ...inner,
    // The database never holds a token that lets anybody in.
    async createSession(made) {
      const { sessionToken } = made;
      await inner.createSession({ ...made, sessionToken: sessionHash(sessionToken) });
      return made;
    },
    async deleteSession(token) {
      await inner.deleteSession(sessionHash(token));
    },
    // Sessions are read in session.ts. Were next-auth to see one, it would link any unknown account of an
    // identity provider to whoever is signed in.
    getSessionAndUser: async () => null,
    updateSession: async () => null,
    // The provider's tokens are of no use afterwards.
    async linkAccount({ userId, type, provider, providerAccountId }: AdapterAccount) {
      await inner.linkAccount({ userId, type, provider, providerAccountId });
    },
  };
}
