import { type AskedOf, isChoice, type Question, type QuestionForm } from "./schema.ts";

/** What a question can hang on: answers of which each is known beforehand. */
export function answersToChoose(question: Question): string[] {
  if (question.kind === "yesNo") return ["yes", "no"];
  return isChoice(question.kind) ? question.options.map(({ id }) => id) : [];
}

/** The questions before it on which one may hang: asked of the same, so that no two wait for each other. */
export function earlierQuestions(
  questions: readonly Question[],
  { id, askedOf }: { id: string | undefined; askedOf: AskedOf },
): Question[] {
  const index = questions.findIndex((one) => one.id === id);
  return questions
    .slice(0, index < 0 ? undefined : index)
    .filter((one) => one.askedOf === askedOf && answersToChoose(one).length > 0);
}

/** What is wrong with a form beside the questions that are there, by field. */
export function questionProblems(
  form: Pick<QuestionForm, "questionId" | "askedOf" | "condition">,
  questions: readonly Question[],
): Record<string, string> {
  if (!form.condition) return {};
  const { questionId, answer } = form.condition;
  const on = earlierQuestions(questions, { id: form.questionId, askedOf: form.askedOf }).find(
    ({ id }) => id === questionId,
  );
  return on && answersToChoose(on).includes(answer) ? {} : { condition: "conditionUnknown" };
}

/**
 * The order with one question a place earlier or later; null where that would put it before the one that it hangs
 * on, or behind one that hangs on it, or where there is no such place.
 */
export function movedBy(
  questions: readonly Question[],
  questionId: string,
  by: -1 | 1,
): Question[] | null {
  const index = questions.findIndex(({ id }) => id === questionId);
  const [one, other] = [questions[index], questions[index + by]];
  if (!one || !other) return null;
  const hangs = one.condition?.questionId === other.id || other.condition?.questionId === one.id;
  if (hangs) return null;
  return questions.with(index, other).with(index + by, one);
}
