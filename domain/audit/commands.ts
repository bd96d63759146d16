import type { Tx } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import type { Actor } from "#domain/actor/schema.ts";

export type AuditFact = {
  /** `noun.verb`, e.g. `registration.withdraw`. */
  action: string;
  subjectId?: string;
  tripId?: string;
  organisationId?: string;
  /** Numbers, reasons, old and new values: never needs, never a code or a token. */
  details?: Record<string, unknown>;
};

/** Records a write, or a reading of other people's data, in the caller's transaction. */
export async function recordAudit(tx: Tx, actor: Actor, fact: AuditFact): Promise<void> {
  await recordAudits(tx, actor, [fact]);
}

/** The same of many things at once, in one statement. */
export async function recordAudits(
  tx: Tx,
  actor: Actor,
  facts: readonly AuditFact[],
): Promise<void> {
  if (facts.length === 0) return;
  const actorId = actor.kind === "person" ? actor.userId : null;
  await tx.insert(auditEntry).values(facts.map((fact) => ({ ...fact, actorId })));
}
