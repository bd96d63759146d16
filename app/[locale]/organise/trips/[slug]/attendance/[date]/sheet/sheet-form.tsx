"use client";

import { useState } from "react";
import { type Fold, type FormAction, FormFrame } from "#components/form-frame.tsx";
import { errorOf, type FormState } from "#components/form-state.ts";
import { Field, fieldControl } from "#components/ui/field.tsx";
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
  const { file: label, hint } = texts;
  const [tooLarge, setTooLarge] = useState(false);
  return (
    <FormFrame
      action={action}
      initial={initial}
      submit={texts.submit}
      quiet={fold !== undefined}
      fold={fold}
      formId="upload"
      about="sheet"
    >
      {(state) => {
        const error = tooLarge ? texts.tooLarge : errorOf(state, "sheet");
        return (
          <Field name="sheet" label={label} hint={hint} error={error}>
            <input
              {...fieldControl("sheet", { hint, error })}
              type="file"
              accept=".pdf,.jpg,.jpeg,.png"
              onChange={(event) => {
                const isTooLarge = (event.target.files?.[0]?.size ?? 0) > mostSheetBytes;
                // So large a form would not arrive.
                if (isTooLarge) event.target.value = "";
                setTooLarge(isTooLarge);
              }}
            />
          </Field>
        );
      }}
    </FormFrame>
  );
}
