import type { ReactNode } from "react";

type FieldProps = {
  /** Name of the control; its element id is the same, so that an error summary can link to it. */
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  narrow?: boolean;
  /** The control. Give it `fieldControl(name, …)`, which ties it to hint and error. */
  children: ReactNode;
};

/** Label, hint, error, control, in this order. */
export function Field({ name, label, hint, error, narrow, children }: FieldProps) {
  return (
    <div className={`field${error ? " bad" : ""}${narrow ? " narrow" : ""}`}>
      <label htmlFor={name}>{label}</label>
      {hint ? (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="error" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
      {children}
    </div>
  );
}

/** Attributes that tie a control to its label, hint and error. */
export function fieldControl(
  name: string,
  { hint, error }: { hint?: string | undefined; error?: string | undefined } = {},
) {
  const described = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean);
  return {
    id: name,
    name,
    ...(described.length ? { "aria-describedby": described.join(" ") } : {}),
    ...(error ? { "aria-invalid": true as const } : {}),
  };
}
