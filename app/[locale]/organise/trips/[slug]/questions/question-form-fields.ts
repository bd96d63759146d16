import { getTranslations } from "next-intl/server";
import { answerWords } from "#components/asked-fields.ts";
import { type FormState, untouched } from "#components/form-state.ts";
import type { RecordFieldFacts } from "#components/record-field.tsx";
import { answersToChoose, earlierQuestions } from "#domain/question/rules.ts";
import { askedOf, type Question, questionKinds } from "#domain/question/schema.ts";
import { type Locale, textIn } from "#lib/locales.ts";

/** Fields in which an organiser writes a question. */
export async function questionFormFields(
  questions: readonly Question[],
  question: Question | null,
  locale: Locale,
): Promise<RecordFieldFacts[]> {
  const t = await getTranslations("organise.questions");
  const inForm = await getTranslations("organise.form");
  const inAnswers = await getTranslations("question");
  const others = inForm("otherLanguages");
  const languages = { en: inForm("english"), lt: inForm("lithuanian") };
  const on = askedOf.flatMap((of) =>
    earlierQuestions(questions, { id: question?.id, askedOf: question?.askedOf ?? of }),
  );
  const conditions = [...new Set(on)].flatMap((one) =>
    answersToChoose(one).map((answer) => ({
      value: `${one.id}:${answer}`,
      label: t("conditionIs", {
        question: textIn(locale, one.label),
        answer: answerWords(one, answer, locale, inAnswers),
      }),
    })),
  );
  return [
    { kind: "localized", name: "label", label: t("label"), others, languages },
    { kind: "localized", name: "hint", label: t("hint"), others, languages },
    {
      kind: "select",
      name: "kind",
      label: t("kindLabel"),
      options: questionKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
    },
    {
      kind: "localized",
      name: "options",
      rows: 4,
      label: t("options"),
      hint: t("optionsHint"),
      others,
      languages,
    },
    {
      kind: "choices",
      type: "radio",
      name: "askedOf",
      label: t("askedOf"),
      options: askedOf.map((of) => ({ value: of, label: t(`of.${of}`) })),
    },
    {
      kind: "choices",
      type: "checkbox",
      name: "required",
      label: t("answer"),
      options: [{ value: "yes", label: t("required") }],
    },
    ...(conditions.length > 0
      ? [
          {
            kind: "select" as const,
            name: "condition",
            label: t("condition"),
            empty: t("always"),
            options: conditions,
          },
        ]
      : []),
    {
      kind: "line",
      type: "number",
      name: "retentionDays",
      label: t("retention"),
      hint: t("retentionHint"),
      narrow: true,
    },
  ];
}

/** A question as its form begins with it. */
export function formOf(question: Question): FormState {
  const { label, hint, options, condition } = question;
  const inEach = (name: string, text: (locale: Locale) => string) =>
    Object.fromEntries((["lv", "en", "lt"] as const).map((one) => [`${name}.${one}`, text(one)]));
  return untouched({
    ...inEach("label", (locale) => label[locale] ?? ""),
    ...inEach("hint", (locale) => hint?.[locale] ?? ""),
    ...inEach("options", (locale) => options.map((one) => one.label[locale] ?? "").join("\n")),
    kind: question.kind,
    askedOf: question.askedOf,
    required: question.required ? "yes" : "",
    condition: condition ? `${condition.questionId}:${condition.answer}` : "",
    retentionDays: String(question.retentionDays),
  });
}
