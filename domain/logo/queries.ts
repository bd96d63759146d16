import { inArray, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { projectLogo } from "#db/schema/logo.ts";
import type { Actor } from "#domain/actor/schema.ts";

/** The picture of a logo, a PNG, for everybody; null when no project has it any more. */
export async function logoPicture(actor: Actor, sha256: string): Promise<Buffer | null> {
  const [found] = await logoPictures(actor, [sha256]);
  return found?.content ?? null;
}

/** The pictures of these logos, each once; those that are gone are left out. Whoever asks has their SHA-256 from a project. */
export async function logoPictures(_actor: Actor, sha256s: readonly string[]) {
  if (sha256s.length === 0) return [];
  return database()
    .selectDistinctOn([projectLogo.sha256], {
      sha256: projectLogo.sha256,
      content: projectLogo.content,
    })
    .from(projectLogo)
    .where(inArray(projectLogo.sha256, [...sha256s]))
    .orderBy(projectLogo.sha256, sql`${projectLogo.id}`);
}
