import { and, eq, isNull } from "drizzle-orm";
import { database } from "#db/client.ts";
import { badge } from "#db/schema/badge.ts";
import { registration } from "#db/schema/registration.ts";
import { trip } from "#db/schema/trip.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { badgeToken } from "#lib/keys.ts";

/** What a badge is made of, in a query that joins it. */
export const badgeColumns = {
  tripId: badge.tripId,
  registrationId: badge.registrationId,
  userId: badge.userId,
  code: badge.code,
};

/** What the code of a badge holds, and what is typed in its stead. */
export const badgeOf = (made: {
  tripId: string;
  registrationId: string;
  userId: string;
  code: string;
}) => ({ badge: badgeToken(made.tripId, made.registrationId, made.userId), code: made.code });

/** The trip that the actor's own badge belongs to, by what its code holds; null to everybody else. */
export async function tripOfBadge(actor: Actor, token: string): Promise<string | null> {
  if (!isPerson(actor)) return null;
  const own = await database()
    .select({ slug: trip.slug, made: badgeColumns })
    .from(badge)
    .innerJoin(registration, eq(registration.id, badge.registrationId))
    .innerJoin(trip, eq(trip.id, badge.tripId))
    .where(and(eq(badge.userId, actor.userId), isNull(registration.withdrawnAt)));
  return own.find(({ made }) => badgeOf(made).badge === token)?.slug ?? null;
}
