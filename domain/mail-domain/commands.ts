import { and, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation, organisationDomain } from "#db/schema/organisation.ts";
import { isAdmin } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { domainOf, publicMailDomains } from "#domain/record/rules.ts";
import type { Result } from "#lib/result.ts";

// By its domain an address is known as an employee's: whoever signs in is offered that organisation.

/** Adds an e-mail domain to an organisation, for administrators. Another's domain is refused with its name. */
export async function addDomain(
  actor: Actor,
  { organisationId, domain: typed }: { organisationId: string; domain: string },
  _now: Date,
): Promise<Result<{ domain: string }, "notFound" | "invalid" | "domainTaken">> {
  if (!isAdmin(actor)) return notFound;
  const domain = domainOf(typed);
  return database().transaction(async (tx) => {
    const which = sql`${organisation.id}::text = ${organisationId}`;
    if (!(await tx.$count(organisation, which))) return notFound;
    if (!domain) return { ok: false, reason: "invalid", detail: { domain: "domainWrong" } };
    if (publicMailDomains.includes(domain)) {
      return { ok: false, reason: "invalid", detail: { domain: "domainPublic" } };
    }
    const [made] = await tx
      .insert(organisationDomain)
      .values({ organisationId, domain })
      .onConflictDoNothing()
      .returning({ domain: organisationDomain.domain });
    if (!made) {
      const [taken] = await tx
        .select({ name: organisation.name })
        .from(organisationDomain)
        .innerJoin(organisation, eq(organisation.id, organisationDomain.organisationId))
        .where(eq(organisationDomain.domain, domain));
      return { ok: false, reason: "domainTaken", detail: { name: taken?.name ?? "" } };
    }
    const details = { domain };
    const entry = { action: "organisation.addDomain", subjectId: organisationId, organisationId };
    await recordAudit(tx, actor, { ...entry, details });
    return { ok: true, domain };
  });
}

/** Takes an e-mail domain off an organisation, for administrators. */
export async function removeDomain(
  actor: Actor,
  { organisationId, domain }: { organisationId: string; domain: string },
  _now: Date,
): Promise<Result<object, "notFound">> {
  if (!isAdmin(actor)) return notFound;
  return database().transaction(async (tx) => {
    const [gone] = await tx
      .delete(organisationDomain)
      .where(
        and(
          sql`${organisationDomain.organisationId}::text = ${organisationId}`,
          eq(organisationDomain.domain, domain),
        ),
      )
      .returning({ domain: organisationDomain.domain });
    if (!gone) return notFound;
    const entry = {
      action: "organisation.removeDomain",
      subjectId: organisationId,
      organisationId,
    };
    await recordAudit(tx, actor, { ...entry, details: { domain } });
    return { ok: true };
  });
}

const notFound = { ok: false, reason: "notFound" } as const;
