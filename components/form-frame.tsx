"use client";

import type { ReactNode } from "react";
import type { FormState } from "./form-state.ts";
import { ErrorSummary } from "./ui/error-summary.tsx";
import { useAnswer } from "./use-answer.ts";

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** A line that unfolds what is behind it; `of` tells it from its likes on the page for those who do not see it. */
export type Fold = { summary: string; of?: string; hint?: string };

export type FormFacts = {
  action: FormAction;
  initial: FormState;
  /** What the button does, said as the deed. */
  submit: string;
  /** Another form of the page has what is mostly done. */
  quiet?: boolean | undefined;
  back?: { href: string; label: string } | undefined;
  /** Its element id, to which what is wrong with the whole links. */
  formId?: string | undefined;
  /** Before the element ids of its fields. */
  idPrefix?: string | undefined;
};

type Draw = { children: (state: FormState) => ReactNode };

type FormFrameProps = FormFacts & Draw & { fold?: Fold | undefined };

/** A form that keeps what was typed, says at the top what to mend, and works without JavaScript. */
export function FormFrame({ fold, ...facts }: FormFrameProps) {
  const answer = useAnswer(facts.action, facts.initial);
  const form = <AnsweredForm {...facts} answer={answer} />;
  if (!fold) return form;
  return (
    <Folded {...fold} open={answer.state.errors.length > 0}>
      {form}
    </Folded>
  );
}

type AnsweredFormProps = FormFacts & Draw & { answer: ReturnType<typeof useAnswer> };

/** A form with the answer that whoever draws it has asked for. */
export function AnsweredForm(props: AnsweredFormProps) {
  const { answer, submit, quiet, back, formId = "form", idPrefix = "", children } = props;
  const { state, begun, send, pending, form } = answer;
  return (
    <form ref={form} id={formId} action={send} noValidate>
      <div key={`${begun} ${state.attempt}`}>
        <ErrorSummary title={state.title} errors={linked(state.errors, idPrefix, formId)} />
        {children(state)}
      </div>
      <p className="deeds">
        <button className={quiet ? "button quiet" : "button"} type="submit" disabled={pending}>
          {submit}
        </button>
        {back ? <a href={back.href}>{back.label}</a> : null}
      </p>
    </form>
  );
}

type FoldedProps = Fold & {
  /** Something in it is to be mended. */
  open: boolean;
  children: ReactNode;
};

export function Folded({ summary, of, hint, open, children }: FoldedProps) {
  return (
    <details className="folded" open={open || undefined}>
      <summary>
        {summary}
        {of ? <span className="sr-only">: {of}</span> : null}
      </summary>
      {hint ? <p className="small">{hint}</p> : null}
      {children}
    </details>
  );
}

/** Each error with the id of what it is about: a field, or the form as a whole. */
const linked = (errors: FormState["errors"], idPrefix: string, formId: string) =>
  errors.map(({ name, message }) => ({
    name: name === "form" ? formId : idPrefix + name,
    message,
    whole: name === "form",
  }));
