"use client";

import type { ReactNode } from "react";
import { AnsweredForm, type Fold, Folded } from "./form-frame.tsx";
import { type RecordFormFacts, recordFields } from "./record-form.tsx";
import { useAnswer } from "./use-answer.ts";

type FoldedFormsProps = Fold & {
  /** Those that are not always there come after those with something to write, which so keep their places. */
  forms: (RecordFormFacts & { formId: string })[];
};

/** Several forms behind one line, which is unfolded while something in one of them is to be mended. */
export function FoldedForms({ forms, ...fold }: FoldedFormsProps) {
  return <Answered fold={fold} forms={forms} open={false} drawn={[]} />;
}

type AnsweredProps = Pick<FoldedFormsProps, "forms"> & {
  fold: Fold;
  open: boolean;
  drawn: ReactNode[];
};

/** Each form asks for its answer in a component of its own, and the innermost knows them all. */
function Answered({ fold, forms: [next, ...rest], open, drawn }: AnsweredProps) {
  if (!next) {
    return (
      <Folded {...fold} open={open}>
        {drawn}
      </Folded>
    );
  }
  return (
    <Asking key={next.formId} next={next} fold={fold} forms={rest} open={open} drawn={drawn} />
  );
}

function Asking({ next, ...others }: AnsweredProps & { next: FoldedFormsProps["forms"][number] }) {
  const { fields, ...facts } = next;
  const answer = useAnswer(facts.action, facts.initial);
  const form = (
    <AnsweredForm key={facts.formId} {...facts} answer={answer}>
      {(state) => recordFields(fields, state, facts.idPrefix)}
    </AnsweredForm>
  );
  const open = others.open || answer.state.errors.length > 0;
  return <Answered {...others} open={open} drawn={[...others.drawn, form]} />;
}
