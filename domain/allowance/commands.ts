import { and, eq, gt, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { rateLimit } from "#db/schema/person.ts";
import { keyedHash } from "#lib/keys.ts";

/** At most `most` times within any hour for this subject, e.g. an address; its name is stored as a hash. */
export type Allowance = { of: string; subject: string; most: number };

const slice = 5 * 60_000;
const hour = 60 * 60_000;

/**
 * Takes one of each allowance, or, when one of them is used up, none and answers false. Whoever shares
 * an allowance waits for the caller's transaction: give them in the same order everywhere.
 */
export async function takeAllowances(
  tx: Tx,
  allowances: readonly Allowance[],
  now: Date,
): Promise<boolean> {
  const keys = allowances.map(({ of, subject }) => `${of}:${keyedHash("allowance", subject)}`);
  for (const [index, key] of keys.entries()) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
    if ((await usedWithinHour(tx, key, now)) >= (allowances[index]?.most ?? 0)) return false;
  }
  const windowStart = new Date(Math.floor(now.getTime() / slice) * slice);
  for (const key of keys) {
    await tx
      .insert(rateLimit)
      .values({ key, windowStart, hits: 1 })
      .onConflictDoUpdate({
        target: [rateLimit.key, rateLimit.windowStart],
        set: { hits: sql`${rateLimit.hits} + 1` },
      });
  }
  return true;
}

/** Counted in slices; one that began up to a slice before the hour still counts, so never too few. */
async function usedWithinHour(tx: Tx, key: string, now: Date): Promise<number> {
  const since = new Date(now.getTime() - hour - slice);
  const [used] = await tx
    .select({ hits: sql`coalesce(sum(${rateLimit.hits}), 0)`.mapWith(Number) })
    .from(rateLimit)
    .where(and(eq(rateLimit.key, key), gt(rateLimit.windowStart, since)));
  return used?.hits ?? 0;
}
