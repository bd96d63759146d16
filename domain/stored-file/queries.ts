import { and, eq, inArray, or, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { delegation } from "#db/schema/delegation.ts";
import { answer, storedFile } from "#db/schema/question.ts";
import { registration } from "#db/schema/registration.ts";
import { trip } from "#db/schema/trip.ts";
import { isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { isAnsweredFor } from "#domain/answer/queries.ts";
import { recordAudit } from "#domain/audit/commands.ts";

/** A file that was sent as an answer, for whoever may read the answer; null to everybody else. */
export async function answeredFile(actor: Actor, fileId: string) {
  if (!isPerson(actor)) return null;
  const [found] = await database()
    .select({
      name: storedFile.name,
      type: storedFile.type,
      content: storedFile.content,
      tripId: trip.id,
      isOwn: sql<boolean>`coalesce(${registration.userId} = ${actor.userId}, false)`,
    })
    .from(storedFile)
    .innerJoin(answer, eq(answer.fileId, storedFile.id))
    .leftJoin(registration, eq(registration.id, answer.registrationId))
    .leftJoin(delegation, eq(delegation.id, answer.delegationId))
    .innerJoin(trip, sql`${trip.id} = coalesce(${registration.tripId}, ${delegation.tripId})`)
    .where(
      and(
        sql`${storedFile.id}::text = ${fileId}`,
        or(
          eq(registration.userId, actor.userId),
          inArray(trip.organisationId, organisationsOf(actor, "organiser")),
          inArray(delegation.organisationId, organisationsOf(actor, "coordinator")),
          and(
            inArray(registration.organisationId, organisationsOf(actor, "coordinator")),
            isAnsweredFor(),
          ),
        ),
      ),
    );
  if (!found) return null;
  const { isOwn, tripId, ...file } = found;
  if (!isOwn) {
    await recordAudit(database(), actor, { action: "answer.file", subjectId: fileId, tripId });
  }
  return file;
}
