import { and, eq, isNull, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { organisation } from "#db/schema/organisation.ts";
import { membership, user } from "#db/schema/person.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { namesCoordinators } from "./rules.ts";

export type Coordinator = {
  userId: string;
  organisationId: string;
  organisation: string;
  /** Given and family name; empty until the person fills in a profile. */
  name: string;
  email: string;
  since: Date;
};

/** Rows of one page of the list. */
export const coordinatorsPerPage = 50;

/**
 * Coordinators by municipality: all, or those whose municipality, name or address has the words, whatever
 * their case and diacritics. For organisers and administrators; null to everybody else. Reading is recorded.
 */
export async function coordinators(
  actor: Actor,
  { search = "", page = 1 }: { search?: string; page?: number },
): Promise<{ coordinators: Coordinator[]; found: number; all: number } | null> {
  if (!namesCoordinators(actor)) return null;
  const words = search.trim().replace(/[\\%_]/g, "\\$&");
  const name = sql<string>`trim(concat_ws(' ', ${user.givenName}, ${user.familyName}))`;
  const rows = await database()
    .select({
      userId: user.id,
      organisationId: organisation.id,
      organisation: organisation.name,
      name,
      email: user.email,
      since: membership.createdAt,
      found: sql<number>`count(*) over ()::integer`,
    })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(
      and(
        eq(membership.role, "coordinator"),
        sql`lower(unaccent(concat_ws(' ', ${organisation.name}, ${name}, ${user.email})))
          like '%' || lower(unaccent(${words})) || '%'`,
      ),
    )
    .orderBy(
      sql`${organisation.name} collate "lv-x-icu"`,
      sql`${user.familyName} collate "lv-x-icu"`,
      user.email,
    )
    .limit(coordinatorsPerPage)
    .offset((Math.max(1, page) - 1) * coordinatorsPerPage);
  const all = await database().$count(membership, eq(membership.role, "coordinator"));
  await recordAudit(database(), actor, {
    action: "coordinator.list",
    details: { rows: rows.length, page },
  });
  return {
    coordinators: rows.map(({ found: _found, ...row }) => row),
    found: rows[0]?.found ?? 0,
    all,
  };
}

/** Whether anybody can be asked on behalf of a municipality. */
export async function hasCoordinator(tx: Tx, organisationId: string): Promise<boolean> {
  const [known] = await tx
    .select({ userId: user.id })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(
      and(
        eq(membership.organisationId, organisationId),
        eq(membership.role, "coordinator"),
        isNull(user.disabledAt),
      ),
    )
    .limit(1);
  return known !== undefined;
}
