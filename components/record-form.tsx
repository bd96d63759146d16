"use client";

import { type Fold, type FormAction, FormFrame } from "./form-frame.tsx";
import type { FormState } from "./form-state.ts";
import { RecordField, type RecordFieldFacts } from "./record-field.tsx";

type RecordFormProps = {
  action: FormAction;
  initial: FormState;
  fields: RecordFieldFacts[];
  submit: string;
  quiet?: boolean;
  back?: { href: string; label: string };
  formId?: string;
  /** Before the element ids, where a page has several forms with the same fields. */
  idPrefix?: string;
  fold?: Fold;
};

/** A form whose fields are data: label, hint, error, control, one below the other. */
export function RecordForm(props: RecordFormProps) {
  const { action, initial, fields, submit, quiet, back, formId, idPrefix, fold } = props;
  return (
    <FormFrame
      action={action}
      initial={initial}
      submit={submit}
      quiet={quiet}
      back={back}
      formId={formId}
      idPrefix={idPrefix}
      fold={fold}
    >
      {(state) =>
        fields.map((field) => (
          <RecordField key={field.name} field={field} state={state} idPrefix={idPrefix} />
        ))
      }
    </FormFrame>
  );
}
