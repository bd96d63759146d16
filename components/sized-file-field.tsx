"use client";

import { type ReactNode, useState } from "react";
import { Field, fieldControl } from "./ui/field.tsx";

type SizedFileFieldProps = {
  name: string;
  label: string;
  hint?: string | undefined;
  error: string | undefined;
  /** Said beside the field when the file has more than `mostBytes`. */
  tooLarge: string;
  mostBytes: number;
  accept: string;
  /** What stands before the control. */
  children?: ReactNode;
};

/** A file of limited size: so large a form would not arrive, and what was typed with it would be lost. */
export function SizedFileField(props: SizedFileFieldProps) {
  const { name, label, hint, accept, mostBytes, children } = props;
  const [tooLarge, setTooLarge] = useState(false);
  const error = tooLarge ? props.tooLarge : props.error;
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {children}
      <input
        {...fieldControl(name, { hint, error })}
        type="file"
        accept={accept}
        onChange={(event) => {
          const isTooLarge = (event.target.files?.[0]?.size ?? 0) > mostBytes;
          if (isTooLarge) event.target.value = "";
          setTooLarge(isTooLarge);
        }}
      />
    </Field>
  );
}
