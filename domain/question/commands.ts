import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { answer, question } from "#db/schema/question.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { withOwnTrip } from "#domain/trip/commands.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import { questionsOf } from "./queries.ts";
import { movedBy, questionProblems } from "./rules.ts";
import { mostFileQuestions, type Question, type QuestionForm, questionForm } from "./schema.ts";

type Refusal = "notFound" | "invalid" | "cancelled" | "completed";

/**
 * Adds a question to an own trip, at its end, or changes one. What was answered already keeps its kind, whom it is
 * asked of, and the options that were chosen.
 */
export async function saveQuestion(
  actor: Actor,
  input: QuestionForm,
  _now: Date,
): Promise<Result<{ questionId: string }, Refusal>> {
  return withOwnTrip(actor, input.tripId, async (tx, own) => {
    const parsed = questionForm.safeParse(input);
    if (!parsed.success) return invalid(fieldReasons(parsed.error.issues));
    const { questionId, condition, tripId: _, ...facts } = parsed.data;
    const questions = await questionsOf(tx, own.id);
    const known = questions.find(({ id }) => id === questionId);
    if (questionId && !known) return { ok: false, reason: "notFound" };
    const problems = {
      ...questionProblems(parsed.data, questions),
      ...tooManyFiles(questions, parsed.data),
      ...(known ? await answeredProblems(tx, known, parsed.data) : {}),
    };
    if (Object.keys(problems).length > 0) return invalid(problems);
    const columns = {
      ...facts,
      conditionQuestionId: condition?.questionId ?? null,
      conditionAnswer: condition?.answer ?? null,
    };
    const about = { tripId: own.id, subjectId: questionId ?? randomUUID() };
    if (known) {
      await tx.update(question).set(columns).where(eq(question.id, known.id));
    } else {
      const next = sql`(select coalesce(max(position), 0) + 1 from question where trip_id = ${own.id})`;
      await tx
        .insert(question)
        .values({ ...columns, id: about.subjectId, tripId: own.id, position: next });
    }
    await recordAudit(tx, actor, { ...about, action: known ? "question.change" : "question.add" });
    return { ok: true, questionId: about.subjectId };
  });
}

/** Moves a question a place earlier or later; `cannotMove` where what it hangs on is in the way. */
export async function moveQuestion(
  actor: Actor,
  { tripId, questionId, by }: { tripId: string; questionId: string; by: -1 | 1 },
  _now: Date,
): Promise<Result<object, Refusal | "cannotMove">> {
  return withOwnTrip(actor, tripId, async (tx, own) => {
    const questions = await questionsOf(tx, own.id);
    if (!questions.some(({ id }) => id === questionId)) return { ok: false, reason: "notFound" };
    const moved = movedBy(questions, questionId, by);
    if (!moved) return { ok: false, reason: "cannotMove" };
    for (const [position, { id }] of moved.entries()) {
      await tx.update(question).set({ position }).where(eq(question.id, id));
    }
    return { ok: true };
  });
}

/** Asks it no more. What was answered stays until its time; a question on which another hangs is `hungOn`. */
export async function removeQuestion(
  actor: Actor,
  { tripId, questionId }: { tripId: string; questionId: string },
  now: Date,
): Promise<Result<object, Refusal | "hungOn">> {
  return withOwnTrip(actor, tripId, async (tx, own) => {
    const questions = await questionsOf(tx, own.id);
    if (!questions.some(({ id }) => id === questionId)) return { ok: false, reason: "notFound" };
    if (questions.some(({ condition }) => condition?.questionId === questionId)) {
      return { ok: false, reason: "hungOn" };
    }
    await tx.update(question).set({ retiredAt: now }).where(eq(question.id, questionId));
    const about = { tripId: own.id, subjectId: questionId };
    await recordAudit(tx, actor, { ...about, action: "question.remove" });
    return { ok: true };
  });
}

/** What a copy of a trip asks: the same, and nothing of what was answered. The caller has found both trips. */
export async function copyQuestions(
  tx: Tx,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const ids = new Map<string, string>();
  for (const [position, one] of (await questionsOf(tx, from)).entries()) {
    const { id, condition, ...facts } = one;
    ids.set(id, randomUUID());
    await tx.insert(question).values({
      ...facts,
      id: ids.get(id) as string,
      tripId: to,
      position,
      conditionQuestionId: condition ? (ids.get(condition.questionId) ?? null) : null,
      conditionAnswer: condition?.answer ?? null,
    });
  }
}

function tooManyFiles(questions: readonly Question[], form: QuestionForm): Record<string, string> {
  if (form.kind !== "file") return {};
  const files = questions.filter(
    ({ id, kind, askedOf }) =>
      kind === "file" && askedOf === form.askedOf && id !== form.questionId,
  );
  return files.length >= mostFileQuestions ? { kind: "fileQuestionsTooMany" } : {};
}

async function answeredProblems(tx: Tx, known: Question, form: QuestionForm) {
  const answered = eq(answer.questionId, known.id);
  if ((await tx.$count(answer, answered)) === 0) return {};
  if (known.kind !== form.kind) return { kind: "questionAnswered" };
  if (known.askedOf !== form.askedOf) return { askedOf: "questionAnswered" };
  const kept = new Set(form.options.map(({ id }) => id));
  for (const { id } of known.options.filter((option) => !kept.has(option.id))) {
    const chosen = and(
      answered,
      sql`(${answer.value} = to_jsonb(${id}::text) or ${answer.value} ? ${id})`,
    );
    if ((await tx.$count(answer, chosen)) > 0) return { options: "optionChosen" };
  }
  return {};
}

const invalid = (detail: Record<string, string>) =>
  ({ ok: false, reason: "invalid", detail }) as const;
