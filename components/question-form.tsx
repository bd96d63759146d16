"use client";

import { type FormAction, FormFrame } from "./form-frame.tsx";
import type { FormState } from "./form-state.ts";
import { type AskedField, QuestionFields, type QuestionTexts } from "./question-fields.tsx";

type QuestionFormProps = {
  action: FormAction;
  initial: FormState;
  questions: AskedField[];
  texts: QuestionTexts;
  submit: string;
  back: { href: string; label: string };
};

/** What the organiser asks, as one form. */
export function QuestionForm(props: QuestionFormProps) {
  const { action, initial, questions, texts, submit, back } = props;
  return (
    <FormFrame action={action} initial={initial} submit={submit} back={back}>
      {(state) => <QuestionFields state={state} questions={questions} texts={texts} />}
    </FormFrame>
  );
}
