import { asc, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { projectLogo } from "#db/schema/logo.ts";
import type { LogoEntry } from "./schema.ts";

/** The logos of a project in their order, with their pictures. The caller has seen that the actor may read them. */
export async function archivedLogos(tx: Tx, projectId: string): Promise<LogoEntry[]> {
  const logos = await tx
    .select({
      name: projectLogo.name,
      addedAt: projectLogo.addedAt,
      content: projectLogo.content,
    })
    .from(projectLogo)
    .where(eq(projectLogo.projectId, projectId))
    .orderBy(asc(projectLogo.position));
  return logos.map(({ name, addedAt, content }) => ({
    name,
    addedAt: addedAt.toISOString(),
    content: content.toString("base64"),
  }));
}
