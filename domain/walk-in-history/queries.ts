import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { user } from "#db/schema/person.ts";
import { walkIn, walkInRemoval, walkInSignature } from "#db/schema/walk-in.ts";
import type { Actor } from "#domain/actor/schema.ts";

type WalkInEvent = { at: Date; byName: string | null; person: string } & (
  | { kind: "walkInAdded" }
  | { kind: "walkInRemoved" | "explained"; words: string }
);

const person = sql<string>`${walkIn.givenName} || ' ' || ${walkIn.familyName}`;

/** What happened to the walk-ins of a day, for a caller who has found the day to be the actor's. */
export async function walkInEvents(
  tx: Tx,
  _actor: Actor,
  tripDayId: string,
): Promise<WalkInEvent[]> {
  const added = await tx
    .select({ at: walkIn.receivedAt, byName: user.name, person })
    .from(walkIn)
    .innerJoin(user, eq(user.id, walkIn.recordedBy))
    .where(eq(walkIn.tripDayId, tripDayId));
  const removed = await tx
    .select({
      at: walkInRemoval.receivedAt,
      byName: user.name,
      person,
      words: walkInRemoval.reason,
    })
    .from(walkInRemoval)
    .innerJoin(
      walkIn,
      and(eq(walkIn.id, walkInRemoval.walkInId), eq(walkIn.tripDayId, walkInRemoval.tripDayId)),
    )
    .innerJoin(user, eq(user.id, walkInRemoval.recordedBy))
    .where(eq(walkInRemoval.tripDayId, tripDayId));
  const explained = await tx
    .select({
      at: walkInSignature.readAt,
      byName: user.name,
      person,
      words: sql<string>`${walkInSignature.explanation}`,
    })
    .from(walkInSignature)
    .innerJoin(walkIn, eq(walkIn.id, walkInSignature.walkInId))
    .innerJoin(user, eq(user.id, walkInSignature.readBy))
    .where(and(eq(walkInSignature.tripDayId, tripDayId), isNotNull(walkInSignature.explanation)));
  return [
    ...added.map((row) => ({ kind: "walkInAdded" as const, ...row })),
    ...removed.map((row) => ({ kind: "walkInRemoved" as const, ...row })),
    ...explained.map((row) => ({ kind: "explained" as const, ...row })),
  ];
}
