import { and, asc, eq, gte, isNull, or } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation } from "#db/schema/organisation.ts";
import type { Actor } from "#domain/actor/schema.ts";

/**
 * The organisation that has this name on the day of `now`; null when there is none. For scripts: of
 * those that share a name, municipalities go first.
 */
export async function organisationNamed(
  actor: Actor,
  name: string,
  now: Date,
): Promise<string | null> {
  if (actor.kind !== "system") return null;
  const today = now.toISOString().slice(0, 10);
  const [found] = await database()
    .select({ id: organisation.id })
    .from(organisation)
    .where(
      and(
        eq(organisation.name, name),
        or(isNull(organisation.validTo), gte(organisation.validTo, today)),
      ),
    )
    .orderBy(asc(organisation.kind), asc(organisation.id))
    .limit(1);
  return found?.id ?? null;
}
