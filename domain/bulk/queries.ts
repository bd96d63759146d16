import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { bulkItem, bulkWork } from "#db/schema/bulk.ts";
import { organisation } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { trip } from "#db/schema/trip.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import type { BulkKind } from "./schema.ts";

export type BulkProgress = {
  kind: BulkKind;
  all: number;
  done: number;
  finished: boolean;
  /** Those for whom it was refused, with the command's reason, by surname. */
  failed: { registrationId: string; name: string; organisation: string; refusal: string }[];
};

/** How far a bulk work of an own trip has come, and what failed; null to everybody else. */
export async function bulkProgress(
  actor: Actor,
  slug: string,
  workId: string,
): Promise<BulkProgress | null> {
  const own = inArray(trip.organisationId, organisationsOf(actor, "organiser"));
  const [work] = await database()
    .select({
      kind: bulkWork.kind,
      finished: sql<boolean>`${bulkWork.finishedAt} is not null`,
      all: sql<number>`(select count(*)::integer from bulk_item where bulk_work_id = ${bulkWork.id})`,
      done: sql<number>`(select count(*)::integer from bulk_item
        where bulk_work_id = ${bulkWork.id} and done_at is not null)`,
    })
    .from(bulkWork)
    .innerJoin(trip, eq(trip.id, bulkWork.tripId))
    .where(and(sql`${bulkWork.id}::text = ${workId}`, eq(trip.slug, slug), own));
  if (!work) return null;
  const failed = await database()
    .select({
      registrationId: registration.id,
      name: sql<string>`trim(${registration.givenName} || ' ' || ${registration.familyName})`,
      organisation: nameOnTrip(registration.tripId),
      refusal: sql<string>`${bulkItem.refusal}`,
    })
    .from(bulkItem)
    .innerJoin(registration, eq(registration.id, bulkItem.registrationId))
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .where(and(eq(bulkItem.bulkWorkId, workId), isNotNull(bulkItem.refusal)))
    .orderBy(asc(sql`${registration.familyName} collate "lv-x-icu"`));
  return { ...work, failed };
}
