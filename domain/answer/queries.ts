import { and, asc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { LocalizedText } from "#db/schema/columns.ts";
import { delegation } from "#db/schema/delegation.ts";
import { answer, storedFile } from "#db/schema/question.ts";
import { registration } from "#db/schema/registration.ts";
import { trip } from "#db/schema/trip.ts";
import { isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { questionsOf } from "#domain/question/queries.ts";
import type { Question } from "#domain/question/schema.ts";
import { datesOfTrip } from "#domain/trip-day/queries.ts";
import type { IsoDate } from "#lib/dates.ts";
import { unansweredOf } from "./rules.ts";
import type { AnswerValue, Subject } from "./schema.ts";

export type Answered = {
  value: AnswerValue | null;
  /** Of a file. */
  file: { id: string; name: string } | null;
};

/** The questions that are asked of somebody, or of a delegation, and what was answered. */
export type AnswerCase = {
  /** Whose they are; null of a delegation. */
  holderId: string | null;
  /** Given and family name; empty of a delegation. */
  person: string;
  isOwn: boolean;
  tripId: string;
  tripSlug: string;
  tripTitle: LocalizedText;
  tripDates: IsoDate[];
  questions: Question[];
  /** By question. */
  answers: Record<string, Answered>;
};

const tripColumns = {
  tripId: trip.id,
  tripSlug: trip.slug,
  tripTitle: trip.title,
  tripDates: datesOfTrip,
};

/** Questions and answers for whoever may answer them, while they may; null to everybody else. */
export async function answerCase(actor: Actor, subject: Subject): Promise<AnswerCase | null> {
  if (!isPerson(actor)) return null;
  const found =
    "registrationId" in subject
      ? await personCase(actor, subject.registrationId)
      : await delegationCase(actor, subject.delegationId);
  if (!found) return null;
  const asked = "registrationId" in subject ? "person" : "delegation";
  const questions = (await questionsOf(database(), found.tripId)).filter(
    (one) => one.askedOf === asked,
  );
  const where =
    "registrationId" in subject
      ? eq(answer.registrationId, subject.registrationId)
      : eq(answer.delegationId, subject.delegationId);
  const rows = await answersWhere(where);
  if (!found.isOwn && rows.length > 0) {
    const subjectId = Object.values(subject)[0] as string;
    const { tripId } = found;
    await recordAudit(database(), actor, { action: "answer.read", subjectId, tripId });
  }
  const answers = Object.fromEntries(rows.map(({ questionId, ...one }) => [questionId, one]));
  return { ...found, questions, answers };
}

/**
 * How many required questions one of the actor's own registrations still has to answer; null where nothing is
 * asked, and of anybody else's.
 */
export async function openQuestions(actor: Actor, registrationId: string): Promise<number | null> {
  const one = await answerCase(actor, { registrationId });
  if (!one?.isOwn || one.questions.length === 0) return null;
  const values = Object.entries(one.answers).map(([id, { value, file }]) => [
    id,
    file ? true : value,
  ]);
  return unansweredOf(one.questions, Object.fromEntries(values)).length;
}

/** Answers by row: a person, or a delegation by its municipality. */
export type AnswersOfTrip = {
  questions: Question[];
  rows: { id: string; name: string; organisation: string; answers: Record<string, Answered> }[];
};

/** All that was answered on an own trip, for its organiser; null to everybody else. Reading it is recorded. */
export async function answersOfTrip(actor: Actor, slug: string): Promise<AnswersOfTrip | null> {
  const [own] = await database()
    .select({ tripId: trip.id })
    .from(trip)
    .where(
      and(eq(trip.slug, slug), inArray(trip.organisationId, organisationsOf(actor, "organiser"))),
    );
  if (!own) return null;
  const questions = await questionsOf(database(), own.tripId);
  const { rows } = await database().execute<{
    id: string;
    name: string;
    organisation: string;
    question_id: string;
    value: AnswerValue | null;
    file: Answered["file"];
  }>(sql`
    select coalesce(r.id, d.id) as id, coalesce(r.family_name || ', ' || r.given_name, '') as name,
      organisation_name_on(coalesce(r.organisation_id, d.organisation_id),
        (select min(date) from trip_day where trip_id = ${own.tripId})) as organisation,
      a.question_id, a.value,
      case when f.id is not null then jsonb_build_object('id', f.id, 'name', f.name) end as file
    from answer a left join registration r on r.id = a.registration_id
    left join delegation d on d.id = a.delegation_id
    left join stored_file f on f.id = a.file_id
    where coalesce(r.trip_id, d.trip_id) = ${own.tripId} and r.withdrawn_at is null
    order by r.id is null, r.family_name collate "lv-x-icu", r.given_name collate "lv-x-icu", 1`);
  await recordAudit(database(), actor, {
    action: "answer.list",
    subjectId: own.tripId,
    tripId: own.tripId,
    details: { rows: rows.length },
  });
  const bySubject = [...Map.groupBy(rows, ({ id }) => id).values()];
  return {
    questions,
    rows: bySubject.map((those) => {
      const { id, name, organisation } = those[0] as (typeof those)[number];
      const answers = Object.fromEntries(
        those.map(({ question_id, value, file }) => [question_id, { value, file }]),
      );
      return { id, name, organisation, answers };
    }),
  };
}

/**
 * Somebody whom another entered and who has said nothing themselves: then a coordinator answers for them. What a
 * person has answered is the organiser's to read, and nobody else's.
 */
export const isAnsweredFor = () =>
  sql`(${registration.enteredBy} <> ${registration.userId} and not exists (
    select from answer said join "user" who on who.id = said.answered_by
    where said.registration_id = ${registration.id}
      and (who.id = ${registration.userId} or who.imported_as = ${registration.email})))`;

async function personCase(actor: PersonActor, registrationId: string) {
  const [found] = await database()
    .select({
      ...tripColumns,
      person: sql<string>`trim(${registration.givenName} || ' ' || ${registration.familyName})`,
      holderId: registration.userId,
      isOwn: sql<boolean>`${registration.userId} = ${actor.userId}`,
    })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .where(
      and(
        sql`${registration.id}::text = ${registrationId}`,
        or(
          eq(registration.userId, actor.userId),
          and(
            inArray(registration.organisationId, organisationsOf(actor, "coordinator")),
            isAnsweredFor(),
          ),
        ),
        isNotNull(registration.userId),
        isNull(registration.withdrawnAt),
        isNull(trip.cancelledAt),
        isNull(trip.completedAt),
      ),
    );
  return found ?? null;
}

async function delegationCase(actor: PersonActor, delegationId: string) {
  const [found] = await database()
    .select(tripColumns)
    .from(delegation)
    .innerJoin(trip, eq(trip.id, delegation.tripId))
    .where(
      and(
        sql`${delegation.id}::text = ${delegationId}`,
        inArray(delegation.organisationId, organisationsOf(actor, "coordinator")),
        isNull(trip.cancelledAt),
        isNull(trip.completedAt),
      ),
    );
  return found ? { ...found, holderId: null, person: "", isOwn: true } : null;
}

async function answersWhere(where: SQL | undefined) {
  const rows = await database()
    .select({
      questionId: answer.questionId,
      value: answer.value,
      fileId: storedFile.id,
      fileName: storedFile.name,
    })
    .from(answer)
    .leftJoin(storedFile, eq(storedFile.id, answer.fileId))
    .where(where)
    .orderBy(asc(answer.answeredAt));
  return rows.map(({ fileId, fileName, ...one }) => ({
    ...one,
    file: fileId && fileName ? { id: fileId, name: fileName } : null,
  }));
}
