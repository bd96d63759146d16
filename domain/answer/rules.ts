import type { Question } from "#domain/question/schema.ts";
import { type Locale, textIn } from "#lib/locales.ts";
import type { AnswerValue } from "./schema.ts";

type Asking = Pick<Question, "id" | "kind" | "options" | "required" | "condition">;

/** What is answered so far; a file that is there counts as true. */
export type Values = Readonly<Record<string, AnswerValue | null>>;

/** The questions that are asked: each whose condition holds, and the condition's own question is asked too. */
export function askedQuestions<Asked extends Asking>(
  questions: readonly Asked[],
  values: Values,
): Asked[] {
  const asked = new Set<string>();
  return questions.filter((one) => {
    const { condition } = one;
    const on = condition && questions.find(({ id }) => id === condition.questionId);
    if (condition && !(on && asked.has(on.id) && says(on, values, condition.answer))) return false;
    asked.add(one.id);
    return true;
  });
}

function says({ id, kind }: Asking, values: Values, wanted: string): boolean {
  const value = values[id] ?? null;
  if (kind === "yesNo") return value === (wanted === "yes");
  return Array.isArray(value) ? value.includes(wanted) : value === wanted;
}

export type AnswerProblem =
  | "answerMissing"
  | "answerTooLong"
  | "answerNoNumber"
  | "answerUnknown"
  | "fileTooLarge"
  | "fileWrongKind"
  | "fileEmpty";

/** As long as a text may be. */
const mostLetters = 2_000;

/** What was typed for a question, as it is kept; null where nothing was. Of a file it says nothing. */
export function answerOf(
  { kind, options }: Asking,
  typed: readonly string[],
): { value: AnswerValue | null } | { problem: AnswerProblem } {
  const texts = typed.map((one) => one.normalize("NFC").trim()).filter(Boolean);
  const [first] = texts;
  if (first === undefined || kind === "file") return { value: null };
  const isOption = (id: string) => options.some((option) => option.id === id);
  if (kind === "text") {
    return first.length > mostLetters ? { problem: "answerTooLong" } : { value: first };
  }
  if (kind === "number") {
    const number = Number(first.replace(/\s/g, "").replace(",", "."));
    return Number.isFinite(number) ? { value: number } : { problem: "answerNoNumber" };
  }
  if (kind === "yesNo") {
    return first === "yes" || first === "no"
      ? { value: first === "yes" }
      : { problem: "answerUnknown" };
  }
  if (!texts.every(isOption)) return { problem: "answerUnknown" };
  return { value: kind === "choices" ? [...new Set(texts)] : first };
}

/** Required questions that are asked and not answered. */
export function unansweredOf<Asked extends Asking>(
  questions: readonly Asked[],
  values: Values,
): Asked[] {
  return askedQuestions(questions, values).filter(
    ({ id, required }) => required && (values[id] ?? null) === null,
  );
}

/** One answer in words: an option's label, yes or no, or what was written. */
export function answerText(
  { options }: Pick<Question, "options">,
  value: AnswerValue,
  locale: Locale,
  words: { yes: string; no: string },
): string {
  const one = (answer: string | number | boolean): string => {
    if (answer === true || answer === "yes") return words.yes;
    if (answer === false || answer === "no") return words.no;
    const option = options.find(({ id }) => id === answer);
    return option ? textIn(locale, option.label) : String(answer);
  };
  return [value].flat().map(one).join(", ");
}
