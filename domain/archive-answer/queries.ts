import { asc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { user } from "#db/schema/person.ts";
import { answer, question, storedFile } from "#db/schema/question.ts";
import { addressInFile } from "#domain/archive-doer/queries.ts";
import type { PlanNames } from "#domain/archive-plan/queries.ts";

/** What was answered to the questions of a trip, by the registration or delegation that it is of. */
export async function answersOf(tx: Tx, tripId: string, names: PlanNames) {
  const rows = await tx
    .select({
      of: sql<string>`coalesce(${answer.registrationId}, ${answer.delegationId})`,
      questionId: answer.questionId,
      value: answer.value,
      name: storedFile.name,
      type: storedFile.type,
      answeredBy: addressInFile(user),
      answeredAt: answer.answeredAt,
    })
    .from(answer)
    .innerJoin(question, eq(question.id, answer.questionId))
    .innerJoin(user, eq(user.id, answer.answeredBy))
    .leftJoin(storedFile, eq(storedFile.id, answer.fileId))
    .where(eq(question.tripId, tripId))
    .orderBy(asc(question.position), asc(question.id));
  const entries = rows.map(({ of, questionId, name, type, ...facts }) => {
    const file = name === null || type === null ? null : { name, type };
    return { of, entry: { question: names.question.get(questionId) ?? 0, ...facts, file } };
  });
  const grouped = Map.groupBy(entries, ({ of }) => of);
  return new Map([...grouped].map(([of, those]) => [of, those.map(({ entry }) => entry)]));
}
