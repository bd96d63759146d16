"use client";

import { type FormAction, FormFrame } from "#components/form-frame.tsx";
import { errorOf, type FormState } from "#components/form-state.ts";
import { RecordField, type RecordFieldFacts } from "#components/record-field.tsx";
import { Field, fieldControl } from "#components/ui/field.tsx";

type ImportFormProps = {
  action: FormAction;
  initial: FormState;
  /** Asked of those who organise for several organisations. */
  organisation: RecordFieldFacts | null;
  texts: { file: string; fileHint: string; submit: string; back: string };
  backTo: string;
};

/** One file, and beside it everything that is wrong in it. */
export function ImportForm({ action, initial, organisation, texts, backTo }: ImportFormProps) {
  const { file: label, fileHint: hint } = texts;
  return (
    <FormFrame
      action={action}
      initial={initial}
      submit={texts.submit}
      back={{ href: backTo, label: texts.back }}
    >
      {(state) => {
        const error = errorOf(state, "file");
        return (
          <>
            {organisation ? <RecordField field={organisation} state={state} /> : null}
            <Field name="file" label={label} hint={hint} error={error}>
              {state.errors
                .filter(({ name }) => name.startsWith("file."))
                .map(({ name, message }) => (
                  <p key={name} id={name} className="error" tabIndex={-1}>
                    {message}
                  </p>
                ))}
              <input
                {...fieldControl("file", { hint, error })}
                type="file"
                accept=".json,application/json"
              />
            </Field>
          </>
        );
      }}
    </FormFrame>
  );
}
