import { errorOf, type FormState, typedIn } from "./form-state.ts";
import { Field, fieldControl } from "./ui/field.tsx";
import { type Option, Select } from "./ui/select.tsx";

type Common = { name: string; label: string; hint?: string };

/** A field said as data, so that a page describes its form in its own language and one component draws it. */
export type RecordFieldFacts =
  | (Common & {
      kind: "line";
      type?: "text" | "date" | "time" | "datetime-local" | "number";
      narrow?: boolean;
      lang?: string;
      /** Offered while typing; anything else can be typed too. */
      suggestions?: readonly string[];
    })
  | (Common & { kind: "text"; rows?: number })
  | (Common & { kind: "select"; options: Option[]; empty?: string })
  | (Common & { kind: "choices"; type: "checkbox" | "radio"; options: Option[] })
  | (Common & { kind: "localized"; rows?: number; others: string; languages: Languages });

/** How the other two languages are called beside a field. */
export type Languages = { en: string; lt: string };

type RecordFieldProps = {
  field: RecordFieldFacts;
  state: FormState;
  /** Before the element ids, where a page has several forms with the same fields. */
  idPrefix?: string | undefined;
};

/** One field of a form, with its hint, its error and what was typed. */
export function RecordField({ field, state, idPrefix = "" }: RecordFieldProps) {
  const { name, label, hint } = field;
  const error = errorOf(state, name);
  if (field.kind === "localized") {
    return <LocalizedField field={field} state={state} idPrefix={idPrefix} />;
  }
  if (field.kind === "choices") return <Choices field={field} state={state} idPrefix={idPrefix} />;
  const id = idPrefix + name;
  const control = {
    ...fieldControl(id, { hint, error }),
    name,
    defaultValue: typedIn(state, name),
  };
  return (
    <Field
      name={id}
      label={label}
      hint={hint}
      error={error}
      narrow={field.kind === "line" && field.narrow === true}
    >
      {field.kind === "line" ? (
        <input
          {...control}
          type={field.type === "number" ? "text" : (field.type ?? "text")}
          {...(field.type === "number" ? { inputMode: "decimal" as const } : {})}
          lang={field.lang}
          {...(field.suggestions ? { list: `${id}-suggestions` } : {})}
        />
      ) : null}
      {field.kind === "line" && field.suggestions ? (
        <datalist id={`${id}-suggestions`}>
          {field.suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      ) : null}
      {field.kind === "text" ? <textarea {...control} rows={field.rows ?? 4} /> : null}
      {field.kind === "select" ? (
        <Select {...control} empty={field.empty ?? ""} options={field.options} />
      ) : null}
    </Field>
  );
}

function Choices({
  field,
  state,
  idPrefix,
}: {
  field: Extract<RecordFieldFacts, { kind: "choices" }>;
  state: FormState;
  idPrefix: string;
}) {
  const { name, label, hint, options, type } = field;
  const error = errorOf(state, name);
  const chosen = state.values[name] ?? [];
  return (
    <fieldset className={`field${error ? " bad" : ""}`} id={idPrefix + name} tabIndex={-1}>
      <legend>{label}</legend>
      {hint ? <p className="hint">{hint}</p> : null}
      {error ? <p className="error">{error}</p> : null}
      <div className="choices">
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type={type}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Latvian in sight, the other two languages folded away until they are wanted. */
function LocalizedField({
  field,
  state,
  idPrefix,
}: {
  field: Extract<RecordFieldFacts, { kind: "localized" }>;
  state: FormState;
  idPrefix: string;
}) {
  const { name, label, hint, rows, others, languages } = field;
  const inLanguage = (locale: "lv" | "en" | "lt", text: string, more: { hint?: string } = {}) => {
    const id = `${name}.${locale}`;
    const facts = { name: id, label: text, ...more };
    const shown: RecordFieldFacts = rows
      ? { kind: "text", rows, ...facts }
      : { kind: "line", lang: locale, ...facts };
    return <RecordField field={shown} state={state} idPrefix={idPrefix} />;
  };
  const written = ["en", "lt"].some(
    (locale) => typedIn(state, `${name}.${locale}`) || errorOf(state, `${name}.${locale}`),
  );
  return (
    <>
      {inLanguage("lv", label, hint ? { hint } : {})}
      <details className="others" open={written}>
        <summary>{others}</summary>
        {inLanguage("en", languages.en)}
        {inLanguage("lt", languages.lt)}
      </details>
    </>
  );
}
