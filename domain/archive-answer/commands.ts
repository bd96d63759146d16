import type { Tx } from "#db/client.ts";
import { insertRows } from "#db/insert-rows.ts";
import { answer } from "#db/schema/question.ts";
import type { AnswerEntry } from "#domain/archive-people/schema.ts";

type Target = {
  /** Ids of the trip's questions, in the order of their numbers in the file. */
  questions: readonly string[];
  doerOf: (email: string) => string;
};

type Answered = { answers: readonly AnswerEntry[]; registrationId?: string; delegationId?: string };

/** Writes the answers of people and delegations of a file. Answers how many were files, whose content no file of a trip holds. */
export async function writeAnswers(
  tx: Tx,
  { questions, doerOf }: Target,
  all: readonly Answered[],
): Promise<number> {
  const rows = all.flatMap(({ answers, ...of }) =>
    answers
      .filter(({ file }) => file === null)
      .map(({ question, value, answeredBy, answeredAt }) => ({
        registrationId: of.registrationId ?? null,
        delegationId: of.delegationId ?? null,
        questionId: questions[question - 1] ?? "",
        value,
        answeredBy: doerOf(answeredBy),
        answeredAt: new Date(answeredAt),
      })),
  );
  await insertRows(tx, answer, rows);
  return all.reduce((sum, { answers }) => sum + answers.length, 0) - rows.length;
}
