import { and, eq, gt } from "drizzle-orm";
import { database } from "#db/client.ts";
import { loginChallenge } from "#db/schema/person.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { linkHash } from "#lib/keys.ts";

/** Whose sign-in a link would complete; null when it no longer would. Reading spends nothing. */
export async function addressOfLink(
  _actor: Actor,
  token: string,
  now: Date,
): Promise<string | null> {
  const [found] = await database()
    .select({ email: loginChallenge.email })
    .from(loginChallenge)
    .where(
      and(
        eq(loginChallenge.linkHash, linkHash(token)),
        gt(loginChallenge.triesLeft, 0),
        gt(loginChallenge.expiresAt, now),
      ),
    );
  return found?.email ?? null;
}
