"use client";

import { type Fold, type FormFacts, FormFrame } from "./form-frame.tsx";
import type { FormState } from "./form-state.ts";
import { RecordField, type RecordFieldFacts } from "./record-field.tsx";

export type RecordFormFacts = FormFacts & { fields: RecordFieldFacts[] };

/** A form whose fields are data: label, hint, error, control, one below the other. */
export function RecordForm({ fields, ...facts }: RecordFormFacts & { fold?: Fold }) {
  return <FormFrame {...facts}>{(state) => recordFields(fields, state, facts.idPrefix)}</FormFrame>;
}

export const recordFields = (fields: RecordFieldFacts[], state: FormState, idPrefix?: string) =>
  fields.map((field) => (
    <RecordField key={field.name} field={field} state={state} idPrefix={idPrefix} />
  ));
