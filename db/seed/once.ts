import { asc, eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { systemActor } from "#domain/actor/queries.ts";
import { recordAudit } from "#domain/audit/commands.ts";

/** When the demo data began to be loaded: everything that is dated "from today on" counts from then. */
export async function beginning(): Promise<Date> {
  return (await markOf("begin")) ?? (await mark("begin"));
}

/** Does a part of the loading unless it has been done to its end. One that was broken off begins again. */
export async function once(part: string, work: () => Promise<void>): Promise<void> {
  if (await markOf(part)) return;
  await work();
  await mark(part);
}

async function markOf(part: string): Promise<Date | null> {
  const [entry] = await database()
    .select({ at: auditEntry.at })
    .from(auditEntry)
    .where(eq(auditEntry.action, `demo.${part}`))
    .orderBy(asc(auditEntry.id))
    .limit(1);
  return entry?.at ?? null;
}

async function mark(part: string): Promise<Date> {
  await recordAudit(database(), systemActor, { action: `demo.${part}` });
  return (await markOf(part)) as Date;
}

/** What a command answers that cannot refuse here; a refusal is a mistake in the demo data. */
export function done<Answer extends { ok: boolean }>(
  answer: Answer,
): Extract<Answer, { ok: true }> {
  if (!answer.ok) throw new Error(`The demo data was refused: ${JSON.stringify(answer)}`);
  return answer as Extract<Answer, { ok: true }>;
}
