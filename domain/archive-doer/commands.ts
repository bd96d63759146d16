import { randomUUID } from "node:crypto";
import type { Tx } from "#db/client.ts";
import { insertRows } from "#db/insert-rows.ts";
import { user } from "#db/schema/person.ts";
import { addressOf } from "#domain/sign-in/rules.ts";

/**
 * A stand-in for each address by which a file calls somebody who did something, named by that address and the file:
 * whoever has the address here did not do it here. `slug` is the trip's in the file.
 */
export async function makeDoers(
  tx: Tx,
  emails: readonly string[],
  slug: string,
  now: Date,
): Promise<(email: string) => string> {
  const known = new Map<string, string>();
  for (const email of emails) known.set(tidy(email), known.get(tidy(email)) ?? randomUUID());
  const doers = [...known].map(([importedAs, id]) => ({
    id,
    email: `${id}@trip-file.invalid`,
    name: `${importedAs} (trip-${slug}.json)`,
    importedAs,
    disabledAt: now,
  }));
  await insertRows(tx, user, doers);
  return (email) => known.get(tidy(email)) as string;
}

const tidy = (email: string) => addressOf(email) ?? email;
