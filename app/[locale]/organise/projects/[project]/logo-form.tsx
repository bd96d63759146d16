"use client";

import { type Fold, type FormAction, FormFrame } from "#components/form-frame.tsx";
import { errorOf, type FormState } from "#components/form-state.ts";
import { RecordField, type RecordFieldFacts } from "#components/record-field.tsx";
import { SizedFileField } from "#components/sized-file-field.tsx";
import { mostLogoBytes } from "#domain/logo/schema.ts";

type LogoFormProps = {
  action: FormAction;
  initial: FormState;
  /** Where a logo is there already, another one is behind a line. */
  fold: Fold | undefined;
  name: RecordFieldFacts;
  texts: { file: string; hint: string; tooLarge: string; submit: string };
};

/** One file of a logo, and whose it is. */
export function LogoForm({ action, initial, fold, name, texts }: LogoFormProps) {
  return (
    <FormFrame
      action={action}
      initial={initial}
      submit={texts.submit}
      quiet
      fold={fold}
      formId="new-logo"
    >
      {(state) => (
        <>
          <SizedFileField
            name="logo"
            label={texts.file}
            hint={texts.hint}
            error={errorOf(state, "logo")}
            tooLarge={texts.tooLarge}
            mostBytes={mostLogoBytes}
            accept=".png,.jpg,.jpeg,.svg"
          />
          <RecordField field={name} state={state} />
        </>
      )}
    </FormFrame>
  );
}
