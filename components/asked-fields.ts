import { getTranslations } from "next-intl/server";
import { answerText } from "#domain/answer/rules.ts";
import type { AnswerValue } from "#domain/answer/schema.ts";
import type { Question } from "#domain/question/schema.ts";
import { type Locale, textIn } from "#lib/locales.ts";
import { type FormState, untouched } from "./form-state.ts";
import type { AskedField } from "./question-fields.tsx";

type Answers = Record<
  string,
  { value: AnswerValue | null; file: { id: string; name: string } | null }
>;

/** Questions as fields, in the reader's language; each says whether it may be left out and on what it hangs. */
export async function askedFields(
  questions: readonly Question[],
  answers: Answers,
  locale: Locale,
): Promise<AskedField[]> {
  const t = await getTranslations("question");
  return questions.map((one) => {
    const on = questions.find(({ id }) => id === one.condition?.questionId);
    const condition = on
      ? t("onlyIf", {
          question: textIn(locale, on.label),
          answer: answerWords(on, one.condition?.answer ?? "", locale, t),
        })
      : "";
    const hints = [
      one.hint ? textIn(locale, one.hint) : "",
      one.kind === "file" ? t("fileHint") : "",
      one.required ? "" : t("optional"),
      condition,
    ];
    const file = answers[one.id]?.file;
    return {
      id: one.id,
      kind: one.kind,
      options: one.options,
      required: one.required,
      condition: one.condition,
      label: textIn(locale, one.label),
      hint: hints.filter(Boolean).join(" · "),
      labels: Object.fromEntries(one.options.map(({ id, label }) => [id, textIn(locale, label)])),
      file: file ? { href: `/api/files/${file.id}`, name: file.name } : null,
    };
  });
}

/** What was answered, as the form begins with it. */
export function givenAnswers(questions: readonly Question[], answers: Answers): FormState {
  const texts = (value: AnswerValue | null | undefined): string[] => {
    if (value === null || value === undefined) return [];
    if (typeof value === "boolean") return [value ? "yes" : "no"];
    return [value].flat().map(String);
  };
  return untouched(
    Object.fromEntries(questions.map(({ id }) => [`q.${id}`, texts(answers[id]?.value)])),
  );
}

type Translate = Awaited<ReturnType<typeof getTranslations<"question">>>;

/** One answer in words: an option's label, yes or no, or what was written. */
export function answerWords(
  question: Question,
  value: AnswerValue,
  locale: Locale,
  t: Translate,
): string {
  return answerText(question, value, locale, { yes: t("yes"), no: t("no") });
}
