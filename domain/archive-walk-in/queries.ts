import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { user } from "#db/schema/person.ts";
import { tripDay } from "#db/schema/trip.ts";
import { walkIn, walkInRemoval, walkInSignature } from "#db/schema/walk-in.ts";
import { addressInFile } from "#domain/archive-doer/queries.ts";
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
      recordedBy: addressInFile(user),
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
  const signatures = Map.groupBy(await signaturesOf(tx, tripId), ({ walkInId }) => walkInId);
  return rows.map(({ organisationId, revoked, ...facts }) => ({
    ...facts,
    organisation: (organisationId && organisation.get(organisationId)) || null,
    ...(revoked ? { revoked } : {}),
    removals: (removals.get(facts.id) ?? []).map(({ walkInId: _, revoked: late, ...removal }) => ({
      ...removal,
      ...(late ? { revoked: late } : {}),
    })),
    ...(signatures.has(facts.id)
      ? {
          signatures: signatures.get(facts.id)?.map(({ walkInId: _, explanation, ...read }) => ({
            ...read,
            ...(explanation === null ? {} : { explanation }),
          })),
        }
      : {}),
  }));
}

async function removalsOf(tx: Tx, tripId: string) {
  return (
    tx
      .select({
        id: walkInRemoval.id,
        walkInId: walkInRemoval.walkInId,
        reason: walkInRemoval.reason,
        recordedBy: addressInFile(user),
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

const signaturesOf = (tx: Tx, tripId: string) =>
  tx
    .select({
      walkInId: walkInSignature.walkInId,
      signed: walkInSignature.signed,
      explanation: walkInSignature.explanation,
      readBy: addressInFile(user),
      readAt: walkInSignature.readAt,
    })
    .from(walkInSignature)
    .innerJoin(tripDay, eq(tripDay.id, walkInSignature.tripDayId))
    .innerJoin(user, eq(user.id, walkInSignature.readBy))
    .where(eq(tripDay.tripId, tripId))
    .orderBy(asc(walkInSignature.sequence));
