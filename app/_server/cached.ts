import { unstable_cache } from "next/cache";
import { publicActor } from "#domain/actor/queries.ts";
import type { PublicActor } from "#domain/actor/schema.ts";
import { nextBoundary } from "#domain/fact/queries.ts";
import { readTag, statusTag, untilTag } from "#lib/cache-handler/page-cache.ts";

/** `trips`: any list of trips. `trip:SLUG`: what one trip's page shows. */
export type FactTag = "trips" | `trip:${string}`;

/**
 * Reads facts for a public page and ties the page to them: it is made anew once a fact with one of the
 * tags changes (db/migrations/0003_facts_changed.sql sends them), or time alone changes what it says.
 * `read` gets the public actor, so such a page can show nobody's own data.
 */
export async function readFacts<Facts>(
  tags: readonly FactTag[],
  read: (actor: PublicActor, now: Date) => Promise<Facts>,
): Promise<Facts> {
  const readAt = readTag();
  const now = new Date();
  const boundary = await nextBoundary(publicActor, now);
  await tagPage([...tags, readAt, untilTag(boundary)]);
  return read(publicActor, now);
}

/** For a public page that shows no facts at all: it may be kept for good. */
export const keepWithoutFacts = () => tagPage([readTag()]);

/** Makes a public page answer with status 404; see app/[locale]/missing-page.tsx. */
export const answerNotFound = () => tagPage([statusTag(404)]);

/** Next ties tags to a page through its data cache alone: nothing is kept there, the tags are all we want. */
async function tagPage(tags: string[]): Promise<void> {
  await unstable_cache(async () => null, ["tags of a page"], { tags })();
}
