"use client";

import type { ReactNode } from "react";
import type { FormState } from "./form-state.ts";
import { ErrorSummary } from "./ui/error-summary.tsx";
import { useAnswer } from "./use-answer.ts";

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

export type Fold = { summary: string; hint?: string };

type FormFrameProps = {
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
  /** Behind a line that unfolds it; it is unfolded while something is to be mended. */
  fold?: Fold | undefined;
  children: (state: FormState) => ReactNode;
};

/** A form that keeps what was typed, says at the top what to mend, and works without JavaScript. */
export function FormFrame({
  action,
  initial,
  submit,
  quiet,
  back,
  formId = "form",
  idPrefix = "",
  fold,
  children,
}: FormFrameProps) {
  const { state, begun, send, pending, form: element } = useAnswer(action, initial);
  const form = (
    <form ref={element} id={formId} action={send} noValidate>
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
  if (!fold) return form;
  return (
    <details className="folded" open={state.errors.length > 0 || undefined}>
      <summary>{fold.summary}</summary>
      {fold.hint ? <p className="small">{fold.hint}</p> : null}
      {form}
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
