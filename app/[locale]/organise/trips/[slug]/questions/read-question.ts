import { randomUUID } from "node:crypto";
import type { AskedOf, Question, QuestionKind } from "#domain/question/schema.ts";
import { isChoice } from "#domain/question/schema.ts";
import { localizedOf, numberOf, optionalLocalizedOf, textOf } from "../../../read-form.ts";

/** The form of a question; `known`: as it was, whose options keep their ids by their place. */
export function readQuestion(form: FormData, known: Question | null) {
  const kind = textOf(form, "kind") as QuestionKind;
  const [on, answer] = textOf(form, "condition").split(":");
  return {
    kind,
    askedOf: textOf(form, "askedOf") as AskedOf,
    label: localizedOf(form, "label"),
    hint: optionalLocalizedOf(form, "hint"),
    options: isChoice(kind) ? readOptions(form, known) : [],
    required: form.get("required") === "yes",
    condition: on && answer ? { questionId: on, answer } : null,
    retentionDays: numberOf(textOf(form, "retentionDays")),
  };
}

/** A line is an option; the lines of the other languages stand in the same order. */
function readOptions(form: FormData, known: Question | null) {
  const lines = (locale: string) => textOf(form, `options.${locale}`).split(/\r?\n/);
  const [lv, en, lt] = [lines("lv"), lines("en"), lines("lt")];
  return lv.flatMap((line, index) => {
    const label = line.trim();
    if (label === "") return [];
    const others = { en: en[index]?.trim(), lt: lt[index]?.trim() };
    const same = known?.options.find((option) => option.label.lv === label);
    const id = same?.id ?? known?.options[index]?.id ?? randomUUID();
    return [
      {
        id,
        label: {
          lv: label,
          ...(others.en ? { en: others.en } : {}),
          ...(others.lt ? { lt: others.lt } : {}),
        },
      },
    ];
  });
}
