import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { question } from "#db/schema/question.ts";
import { trip } from "#db/schema/trip.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import type { Question } from "./schema.ts";

/** What is asked on a trip, in order. Whoever calls it has found the trip to be the actor's, or the actor on it. */
export async function questionsOf(tx: Tx, tripId: string): Promise<Question[]> {
  const rows = await tx
    .select({
      id: question.id,
      kind: question.kind,
      askedOf: question.askedOf,
      label: question.label,
      hint: question.hint,
      options: question.options,
      required: question.required,
      conditionQuestionId: question.conditionQuestionId,
      conditionAnswer: question.conditionAnswer,
      retentionDays: question.retentionDays,
    })
    .from(question)
    .where(and(eq(question.tripId, tripId), isNull(question.retiredAt)))
    .orderBy(asc(question.position), asc(question.id));
  return rows.map(({ conditionQuestionId, conditionAnswer, ...one }) => ({
    ...one,
    condition:
      conditionQuestionId && conditionAnswer !== null
        ? { questionId: conditionQuestionId, answer: conditionAnswer }
        : null,
  }));
}

/** What is asked on an own trip, for its organiser; null to everybody else. */
export async function questionsToEdit(actor: Actor, tripId: string): Promise<Question[] | null> {
  const own = inArray(trip.organisationId, organisationsOf(actor, "organiser"));
  const [found] = await database()
    .select({ id: trip.id })
    .from(trip)
    .where(and(sql`${trip.id}::text = ${tripId}`, own));
  return found ? questionsOf(database(), found.id) : null;
}
