import { eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation, organisationDomain } from "#db/schema/organisation.ts";
import { isAdmin } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";

export type MailDomain = { domain: string; organisationId: string; organisation: string };

/** Every e-mail domain and whose it is, by organisation; null to everybody but administrators. */
export async function mailDomains(actor: Actor): Promise<MailDomain[] | null> {
  if (!isAdmin(actor)) return null;
  return database()
    .select({
      domain: organisationDomain.domain,
      organisationId: organisationDomain.organisationId,
      organisation: organisation.name,
    })
    .from(organisationDomain)
    .innerJoin(organisation, eq(organisation.id, organisationDomain.organisationId))
    .orderBy(sql`${organisation.name} collate "lv-x-icu"`, organisationDomain.domain);
}
