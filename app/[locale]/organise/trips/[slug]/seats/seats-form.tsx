"use client";

import type { ReactNode } from "react";
import { type FormAction, FormFrame } from "#components/form-frame.tsx";
import type { FormState } from "#components/form-state.ts";
import { RecordField, type RecordFieldFacts } from "#components/record-field.tsx";
import type { OwnSeats } from "#domain/organiser/queries.ts";
import { QuotaTable } from "./quota-table.tsx";
import type { SeatsTexts } from "./seat-fields.ts";

type SeatsFormProps = {
  action: FormAction;
  initial: FormState;
  before: RecordFieldFacts[];
  after: RecordFieldFacts[];
  quotas: OwnSeats["quotas"];
  /** The sums of the table in a sentence. */
  totals: ReactNode;
  /** What earlier trips came to, below the table. */
  past: ReactNode;
  choices: { value: string; label: string; group: string }[];
  texts: SeatsTexts;
  backTo: string;
};

/** Capacity, order, dates and quotas: one form, since they only fit or do not fit together. */
export function SeatsForm(props: SeatsFormProps) {
  const { action, initial, before, after, quotas, totals, past, choices, texts, backTo } = props;
  return (
    <FormFrame
      action={action}
      initial={initial}
      submit={texts.submit}
      back={{ href: backTo, label: texts.back }}
    >
      {(state) => (
        <>
          {before.map((field) => (
            <RecordField key={field.name} field={field} state={state} />
          ))}
          <QuotaTable
            state={state}
            quotas={quotas}
            totals={totals}
            choices={choices}
            texts={texts}
          />
          {past}
          {after.map((field) => (
            <RecordField key={field.name} field={field} state={state} />
          ))}
        </>
      )}
    </FormFrame>
  );
}
