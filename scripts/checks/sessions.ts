import { randomBytes } from "node:crypto";
import { database } from "#db/client.ts";
import { session } from "#db/schema/person.ts";
import { sessionHash } from "#lib/keys.ts";

const day = 24 * 60 * 60_000;

/** Signs people in for a day without a mail; answers the token of each, in their order. */
export async function beginSessions(userIds: readonly string[]): Promise<string[]> {
  const tokens = userIds.map(() => randomBytes(32).toString("base64url"));
  const rows = userIds.map((userId, index) => ({
    sessionToken: sessionHash(tokens[index] as string),
    userId,
    expires: new Date(Date.now() + day),
  }));
  if (rows.length) await database().insert(session).values(rows);
  return tokens;
}

/** The cookie of a session, as a browser without https sends it. */
export const cookieOf = (token: string) => `pieredze-session=${token}`;
