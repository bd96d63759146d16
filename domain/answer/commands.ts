import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { fileTypeFromBuffer } from "file-type";
import { database, type Tx } from "#db/client.ts";
import { delegation } from "#db/schema/delegation.ts";
import { answer, storedFile } from "#db/schema/question.ts";
import { registration } from "#db/schema/registration.ts";
import { trip } from "#db/schema/trip.ts";
import { isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor, PersonActor, SystemActor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { questionsOf } from "#domain/question/queries.ts";
import type { Question } from "#domain/question/schema.ts";
import { isStillOf } from "#domain/registration/rules.ts";
import { dateInRiga } from "#lib/dates.ts";
import type { Result } from "#lib/result.ts";
import { isAnsweredFor } from "./queries.ts";
import {
  type AnswerProblem,
  answerOf,
  askedQuestions,
  unansweredOf,
  type Values,
} from "./rules.ts";
import {
  type AnswersForm,
  type AnswerValue,
  mostFileBytes,
  type SentFile,
  type Subject,
} from "./schema.ts";

type FileType = (typeof storedFile.$inferInsert)["type"];
type CheckedFile = SentFile & { type: FileType };

/**
 * Keeps what somebody, or a delegation, answers to the organiser's questions: the registered person, or the
 * municipality's coordinator of whom they entered and of its delegations. All of the form is kept or nothing;
 * `invalid` names each question with what is wrong. Answers to questions that are not asked are not kept.
 */
export async function saveAnswers(
  actor: Actor,
  input: Subject & AnswersForm,
  now: Date,
): Promise<Result<object, "notFound" | "invalid" | "gone">> {
  const files = await checkedFiles(input.files);
  return database().transaction(async (tx) => {
    const found = await lockSubject(tx, actor, input);
    if (!found || !isPerson(actor)) return { ok: false, reason: "notFound" };
    if ("registrationId" in input && !isStillOf(found.userId, input)) {
      return { ok: false, reason: "gone" };
    }
    const asked = "registrationId" in input ? "person" : "delegation";
    const questions = (await questionsOf(tx, found.tripId)).filter((one) => one.askedOf === asked);
    const kept = await keptFiles(tx, input);
    const read = readAll(questions, input, files, kept);
    if (!read.ok) return { ok: false, reason: "invalid", detail: read.problems };
    const shown = new Set(askedQuestions(questions, read.values).map(({ id }) => id));
    for (const one of questions) {
      const value = shown.has(one.id) ? (read.values[one.id] ?? null) : null;
      const file = files.get(one.id);
      const keeps = one.kind === "file" && !file && value !== null;
      if (keeps) continue;
      await forget(tx, input, one.id);
      if (value === null) continue;
      const fileId = file && !("problem" in file) ? await store(tx, actor, file) : null;
      await tx.insert(answer).values({
        ...subjectOf(input),
        questionId: one.id,
        value: fileId ? null : value,
        fileId,
        answeredBy: actor.userId,
        answeredAt: now,
      });
    }
    const { tripId, organisationId } = found;
    const about = { subjectId: found.id, tripId, organisationId };
    await recordAudit(tx, actor, { ...about, action: "answer.save" });
    return { ok: true };
  });
}

/** In the caller's transaction: nothing of what these people answered stays. Files go by a trigger. */
export async function deleteAnswers(tx: Tx, registrationIds: readonly string[]): Promise<void> {
  await tx.delete(answer).where(inArray(answer.registrationId, [...registrationIds]));
}

/** Deletes the answers whose questions' time is over, each with its file, and records per trip how many. */
export async function forgetAnswers(actor: SystemActor, now: Date): Promise<void> {
  await database().transaction(async (tx) => {
    const { rows } = await tx.execute<{ trip_id: string; forgotten: number }>(sql`
      with gone as (
        delete from answer a using question q
        where q.id = a.question_id and (select max(date) + q.retention_days from trip_day
          where trip_id = q.trip_id) < ${dateInRiga(now)}::date
        returning q.trip_id
      )
      select trip_id, count(*)::integer as forgotten from gone group by 1`);
    for (const { trip_id: tripId, forgotten } of rows) {
      const about = { subjectId: tripId, tripId, details: { answers: forgotten } };
      await recordAudit(tx, actor, { ...about, action: "answer.forget" });
    }
  });
}

/** Files by their content: a PDF, a JPEG or a PNG, whatever they are called. */
async function checkedFiles(sent: AnswersForm["files"]) {
  const files = new Map<string, CheckedFile | { problem: AnswerProblem }>();
  for (const [questionId, file] of Object.entries(sent)) {
    if (file.bytes.length === 0) files.set(questionId, { problem: "fileEmpty" });
    else if (file.bytes.length > mostFileBytes) files.set(questionId, { problem: "fileTooLarge" });
    else {
      const mime = (await fileTypeFromBuffer(file.bytes))?.mime;
      const known = mime === "application/pdf" || mime === "image/jpeg" || mime === "image/png";
      files.set(questionId, known ? { ...file, type: mime } : { problem: "fileWrongKind" });
    }
  }
  return files;
}

type Read = { ok: true; values: Values } | { ok: false; problems: Record<string, string> };

function readAll(
  questions: readonly Question[],
  { typed, removed }: AnswersForm,
  files: Awaited<ReturnType<typeof checkedFiles>>,
  kept: ReadonlySet<string>,
): Read {
  const values: Record<string, AnswerValue | null> = {};
  const problems: Record<string, AnswerProblem> = {};
  for (const one of questions) {
    const file = files.get(one.id);
    if (one.kind === "file") {
      if (file && "problem" in file) problems[one.id] = file.problem;
      const stays = kept.has(one.id) && !removed.includes(one.id);
      values[one.id] = file || stays ? true : null;
      continue;
    }
    const read = answerOf(one, typed[one.id] ?? []);
    if ("problem" in read) problems[one.id] = read.problem;
    else values[one.id] = read.value;
  }
  for (const { id } of unansweredOf(questions, values)) problems[id] ??= "answerMissing";
  const shown = new Set(askedQuestions(questions, values).map(({ id }) => id));
  const wrong = Object.fromEntries(Object.entries(problems).filter(([id]) => shown.has(id)));
  return Object.keys(wrong).length > 0 ? { ok: false, problems: wrong } : { ok: true, values };
}

/** Questions to which a file was sent before. */
async function keptFiles(tx: Tx, subject: Subject): Promise<Set<string>> {
  const rows = await tx
    .select({ questionId: answer.questionId })
    .from(answer)
    .where(and(ofSubject(subject), sql`${answer.fileId} is not null`));
  return new Set(rows.map(({ questionId }) => questionId));
}

async function store(tx: Tx, actor: PersonActor, file: CheckedFile): Promise<string> {
  const [made] = await tx
    .insert(storedFile)
    .values({
      name: tidyName(file.name),
      type: file.type,
      bytes: file.bytes.length,
      content: Buffer.from(file.bytes),
      storedBy: actor.userId,
    })
    .returning({ id: storedFile.id });
  return (made as { id: string }).id;
}

/** The last part of a path, without what no file name has. */
const tidyName = (name: string) =>
  (name.split(/[\\/]/).at(-1) ?? "").replace(/\p{C}/gu, "").slice(-200) || "fails";

async function forget(tx: Tx, subject: Subject, questionId: string): Promise<void> {
  await tx.delete(answer).where(and(eq(answer.questionId, questionId), ofSubject(subject)));
}

const subjectOf = (subject: Subject) =>
  "registrationId" in subject
    ? { registrationId: subject.registrationId }
    : { delegationId: subject.delegationId };

const ofSubject = (subject: Subject) =>
  "registrationId" in subject
    ? eq(answer.registrationId, subject.registrationId)
    : eq(answer.delegationId, subject.delegationId);

type Found = { id: string; tripId: string; organisationId: string; userId: string | null };

/** Who or what answers, its row held, if the actor may answer for it. */
async function lockSubject(tx: Tx, actor: Actor, subject: Subject): Promise<Found | null> {
  if (!isPerson(actor)) return null;
  const municipalities = organisationsOf(actor, "coordinator");
  const open = and(isNull(trip.cancelledAt), isNull(trip.completedAt));
  if ("delegationId" in subject) {
    const [found] = await tx
      .select({
        id: delegation.id,
        tripId: delegation.tripId,
        organisationId: delegation.organisationId,
        userId: sql<null>`null`,
      })
      .from(delegation)
      .innerJoin(trip, eq(trip.id, delegation.tripId))
      .where(
        and(
          sql`${delegation.id}::text = ${subject.delegationId}`,
          inArray(delegation.organisationId, municipalities),
          open,
        ),
      )
      .for("update", { of: delegation });
    return found ?? null;
  }
  const [found] = await tx
    .select({
      id: registration.id,
      tripId: registration.tripId,
      organisationId: registration.organisationId,
      userId: registration.userId,
    })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .where(
      and(
        sql`${registration.id}::text = ${subject.registrationId}`,
        or(
          eq(registration.userId, actor.userId),
          and(inArray(registration.organisationId, municipalities), isAnsweredFor()),
        ),
        isNull(registration.withdrawnAt),
        sql`${registration.userId} is not null`,
        open,
      ),
    )
    .for("update", { of: registration });
  return found ?? null;
}
