import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import type { LocalizedText } from "#db/schema/columns.ts";
import { registration } from "#db/schema/registration.ts";
import { trip } from "#db/schema/trip.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { readsMunicipality } from "#domain/municipality/rules.ts";

/** What an organiser decided about somebody of a municipality, where the rule alone would not have. */
export type Ruling = {
  id: number;
  at: Date;
  kind: "ahead" | "overMaximum" | "takenBack" | "replaced";
  /** Given and family name; empty where nobody was named. */
  person: string;
  tripSlug: string;
  tripTitle: LocalizedText;
  /** Null where none was written. */
  reason: string | null;
};

/** As many as the page shows; the older ones stay in the audit trail. */
const mostShown = 50;

/**
 * Decisions of organisers about a municipality's people, the newest first: confirmed around the order, over
 * the maximum, seats taken back or given to somebody else; `more` when there are older ones. For its coordinators and administrators; null to everybody else.
 */
export async function rulings(
  actor: Actor,
  organisationId: string,
): Promise<{ rulings: Ruling[]; more: boolean } | null> {
  if (!readsMunicipality(actor, organisationId)) return null;
  const rows = await database()
    .select({
      id: auditEntry.id,
      at: auditEntry.at,
      action: auditEntry.action,
      over: sql<string | null>`${auditEntry.details}->>'over'`,
      person: sql<string>`trim(${registration.givenName} || ' ' || ${registration.familyName})`,
      tripSlug: trip.slug,
      tripTitle: trip.title,
      reason: sql<string | null>`coalesce(${auditEntry.details}->>'reason',
        case when ${auditEntry.action} = 'registration.decide' then ${registration.decisionReason}
          else ${registration.withdrawalReason} end)`,
    })
    .from(auditEntry)
    .innerJoin(registration, sql`${registration.id}::text = ${auditEntry.subjectId}`)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .where(
      and(
        eq(auditEntry.organisationId, organisationId),
        eq(registration.organisationId, organisationId),
        inArray(auditEntry.action, [
          "registration.decide",
          "registration.withdraw",
          "registration.replace",
          "signOff.decline",
        ]),
        byOthers,
      ),
    )
    .orderBy(desc(auditEntry.id))
    .limit(mostShown + 1);
  if (rows.length > 0) {
    const details = { rows: rows.length };
    await recordAudit(database(), actor, { action: "ruling.list", organisationId, details });
  }
  const told = rows.slice(0, mostShown).map(({ action, over, ...row }): Ruling => {
    if (action === "registration.decide") return { ...row, kind: over ? "overMaximum" : "ahead" };
    return { ...row, kind: action === "registration.replace" ? "replaced" : "takenBack" };
  });
  return { rulings: told, more: rows.length > mostShown };
}

/** Neither the person nor a coordinator of the municipality: those know what they did, or asked for. */
const byOthers = sql`${auditEntry.actorId} is not null
  and ${auditEntry.details}->>'by' is distinct from 'person'
  and ${auditEntry.actorId} is distinct from ${registration.userId}
  and not exists (select from membership where user_id = ${auditEntry.actorId}
    and organisation_id = ${registration.organisationId} and role = 'coordinator')`;
