"use client";

import { type FormAction, FormFrame } from "./form-frame.tsx";
import type { FormState } from "./form-state.ts";
import { RecordField, type RecordFieldFacts } from "./record-field.tsx";

type RecordFormProps = {
  action: FormAction;
  initial: FormState;
  fields: RecordFieldFacts[];
  submit: string;
  back?: { href: string; label: string };
  formId?: string;
};

/** A form whose fields are data: label, hint, error, control, one below the other. */
export function RecordForm({ action, initial, fields, submit, back, formId }: RecordFormProps) {
  return (
    <FormFrame action={action} initial={initial} submit={submit} back={back} formId={formId}>
      {(state) =>
        fields.map((field) => <RecordField key={field.name} field={field} state={state} />)
      }
    </FormFrame>
  );
}
