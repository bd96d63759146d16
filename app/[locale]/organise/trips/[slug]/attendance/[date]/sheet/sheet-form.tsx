"use client";

import { type Fold, type FormAction, FormFrame } from "#components/form-frame.tsx";
import { errorOf, type FormState } from "#components/form-state.ts";
import { SizedFileField } from "#components/sized-file-field.tsx";
import { mostSheetBytes } from "#domain/sheet/schema.ts";

type SheetFormProps = {
  action: FormAction;
  initial: FormState;
  /** Where a sheet is there already, another one is behind a line. */
  fold: Fold | undefined;
  texts: { file: string; hint: string; tooLarge: string; submit: string };
};

/** One file of the signed sheet. */
export function SheetForm({ action, initial, fold, texts }: SheetFormProps) {
  return (
    <FormFrame
      action={action}
      initial={initial}
      submit={texts.submit}
      quiet={fold !== undefined}
      fold={fold}
      formId="upload"
    >
      {(state) => (
        <SizedFileField
          name="sheet"
          label={texts.file}
          hint={texts.hint}
          error={errorOf(state, "sheet")}
          tooLarge={texts.tooLarge}
          mostBytes={mostSheetBytes}
          accept=".pdf,.jpg,.jpeg,.png"
        />
      )}
    </FormFrame>
  );
}
