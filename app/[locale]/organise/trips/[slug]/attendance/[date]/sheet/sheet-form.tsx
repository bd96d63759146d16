"use client";

import { useState } from "react";
import { type FormAction, FormFrame } from "#components/form-frame.tsx";
import { errorOf, type FormState } from "#components/form-state.ts";
import { Field, fieldControl } from "#components/ui/field.tsx";
import { mostSheetBytes } from "#domain/sheet/schema.ts";

type SheetFormProps = {
  action: FormAction;
  initial: FormState;
  /** A sheet is there already. */
  quiet: boolean;
  texts: { file: string; hint: string; tooLarge: string; submit: string };
};

/** One file of the signed sheet. */
export function SheetForm({ action, initial, quiet, texts }: SheetFormProps) {
  const { file: label, hint } = texts;
  const [tooLarge, setTooLarge] = useState(false);
  return (
    <FormFrame
      action={action}
      initial={initial}
      submit={texts.submit}
      quiet={quiet}
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
