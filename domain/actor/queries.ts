import { and, eq, isNull } from "drizzle-orm";
import { database } from "#db/client.ts";
import { membership, user } from "#db/schema/person.ts";
import type { Locale } from "#lib/locales.ts";
import type { Membership, PersonActor, PublicActor, SystemActor } from "./schema.ts";

export const publicActor = { kind: "public" } as PublicActor;

/** For the worker and scripts: acts for a rule, and is recorded without a person. */
export const systemActor = { kind: "system" } as SystemActor;

/** The person behind a session, with the roles of this moment; null when unknown or disabled. */
export async function actorOf(userId: string): Promise<PersonActor | null> {
  const rows = await database()
    .select({
      email: user.email,
      locale: user.locale,
      role: membership.role,
      organisationId: membership.organisationId,
    })
    .from(user)
    .leftJoin(membership, eq(membership.userId, user.id))
    .where(and(eq(user.id, userId), isNull(user.disabledAt)));
  const first = rows[0];
  if (!first) return null;
  const memberships: Membership[] = rows.flatMap(({ role, organisationId }) =>
    role ? [{ role, organisationId }] : [],
  );
  return {
    kind: "person",
    userId,
    email: first.email,
    locale: first.locale as Locale,
    memberships,
  } as unknown as PersonActor;
}
