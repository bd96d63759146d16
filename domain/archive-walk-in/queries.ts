import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { user } from "#db/schema/person.ts";
import { tripDay } from "#db/schema/trip.ts";
import { walkIn, walkInRemoval } from "#db/schema/walk-in.ts";
import type { Names } from "#domain/archive-register/queries.ts";

/** Who came along on a trip, with what removed them; the caller has seen that the actor may read the trip. */
export async function archivedWalkIns(tx: Tx, tripId: string, { organisation }: Names) {
  const rows = await tx
    .select({
      id: walkIn.id,
      date: tripDay.date,
      givenName: walkIn.givenName,
      familyName: walkIn.familyName,
      organisationId: walkIn.organisationId,
      institution: walkIn.institution,
      recordedBy: user.email,
      device: walkIn.device,
      deviceAt: walkIn.deviceAt,
      receivedAt: walkIn.receivedAt,
      revoked: walkIn.revoked,
    })
    .from(walkIn)
    .innerJoin(tripDay, eq(tripDay.id, walkIn.tripDayId))
    .innerJoin(user, eq(user.id, walkIn.recordedBy))
    .where(eq(tripDay.tripId, tripId))
    .orderBy(asc(walkIn.receivedAt), asc(walkIn.id));
  const removals = Map.groupBy(await removalsOf(tx, tripId), ({ walkInId }) => walkInId);
  return rows.map(({ organisationId, revoked, ...facts }) => ({
    ...facts,
    organisation: (organisationId && organisation.get(organisationId)) || null,
    ...(revoked ? { revoked } : {}),
    removals: (removals.get(facts.id) ?? []).map(({ walkInId: _, revoked: late, ...removal }) => ({
      ...removal,
      ...(late ? { revoked: late } : {}),
    })),
  }));
}

async function removalsOf(tx: Tx, tripId: string) {
  return (
    tx
      .select({
        id: walkInRemoval.id,
        walkInId: walkInRemoval.walkInId,
        reason: walkInRemoval.reason,
        recordedBy: user.email,
        device: walkInRemoval.device,
        deviceAt: walkInRemoval.deviceAt,
        receivedAt: walkInRemoval.receivedAt,
        revoked: walkInRemoval.revoked,
      })
      .from(walkInRemoval)
      // A removal of what never arrived removes nothing, here or elsewhere.
      .innerJoin(
        walkIn,
        and(eq(walkIn.id, walkInRemoval.walkInId), eq(walkIn.tripDayId, walkInRemoval.tripDayId)),
      )
      .innerJoin(tripDay, eq(tripDay.id, walkInRemoval.tripDayId))
      .innerJoin(user, eq(user.id, walkInRemoval.recordedBy))
      .where(eq(tripDay.tripId, tripId))
      .orderBy(asc(walkInRemoval.receivedAt), asc(walkInRemoval.id))
  );
}
