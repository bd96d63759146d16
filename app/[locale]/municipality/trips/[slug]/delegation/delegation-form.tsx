"use client";

import { type FormAction, FormFrame } from "#components/form-frame.tsx";
import { errorOf, type FormState, typedIn } from "#components/form-state.ts";
import { Field, fieldControl } from "#components/ui/field.tsx";
import { MemberRow, type RowTexts } from "./member-row.tsx";

export type DelegationTexts = {
  rows: RowTexts;
  paste: string;
  pasted: string;
  pastedHint: string;
  file: string;
  fileHint: string;
  takeOver: string;
  people: string;
  more: string;
  unnamed: string;
  unnamedHint: string;
  demand: string;
  demandHint: string;
  fit: string;
  all: string;
  some: string;
  least: string;
  submit: string;
  back: string;
};

type DelegationFormProps = {
  action: FormAction;
  initial: FormState;
  texts: DelegationTexts;
  backTo: string;
};

/** A row per person, places without a name, and how few of them would do. */
export function DelegationForm({ action, initial, texts, backTo }: DelegationFormProps) {
  return (
    <FormFrame
      action={action}
      initial={initial}
      submit={texts.submit}
      back={{ href: backTo, label: texts.back }}
    >
      {(state) => (
        <>
          <input type="hidden" name="key" value={typedIn(state, "key")} />
          <details
            className="folded"
            open={Boolean(errorOf(state, "file") ?? errorOf(state, "pasted")) || undefined}
          >
            <summary>{texts.paste}</summary>
            <Field
              name="pasted"
              label={texts.pasted}
              hint={texts.pastedHint}
              error={errorOf(state, "pasted")}
            >
              <textarea
                {...fieldControl("pasted", {
                  hint: texts.pastedHint,
                  error: errorOf(state, "pasted"),
                })}
                rows={6}
                defaultValue={typedIn(state, "pasted")}
              />
            </Field>
            <Field
              name="file"
              label={texts.file}
              hint={texts.fileHint}
              error={errorOf(state, "file")}
            >
              <input
                {...fieldControl("file", { hint: texts.fileHint, error: errorOf(state, "file") })}
                type="file"
                accept=".xlsx,.csv,.txt"
              />
            </Field>
            <p className="deeds">
              <button className="button quiet" type="submit">
                {texts.takeOver}
              </button>
            </p>
          </details>
          <h2 className="mt-s5">{texts.people}</h2>
          {(state.values.givenName ?? []).map((_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are places in the form, and never move
            <MemberRow key={row} row={row} state={state} texts={texts.rows} />
          ))}
          <p className="deeds">
            <button className="button quiet" type="submit" name="deed" value="more">
              {texts.more}
            </button>
          </p>
          <Field
            name="unnamed"
            label={texts.unnamed}
            hint={texts.unnamedHint}
            error={errorOf(state, "unnamed")}
            narrow
          >
            <input
              {...fieldControl("unnamed", {
                hint: texts.unnamedHint,
                error: errorOf(state, "unnamed"),
              })}
              inputMode="numeric"
              defaultValue={typedIn(state, "unnamed")}
            />
          </Field>
          <Demand state={state} texts={texts} />
        </>
      )}
    </FormFrame>
  );
}

function Demand({ state, texts }: { state: FormState; texts: DelegationTexts }) {
  const chosen = typedIn(state, "demand") || "fit";
  const error = errorOf(state, "least");
  return (
    <fieldset className={`field${error ? " bad" : ""}`}>
      <legend>{texts.demand}</legend>
      <p className="hint">{texts.demandHint}</p>
      {(["fit", "all", "some"] as const).map((value) => (
        <label key={value} className="choice">
          <input type="radio" name="demand" value={value} defaultChecked={chosen === value} />
          {texts[value]}
        </label>
      ))}
      <Field name="least" label={texts.least} error={error} narrow>
        <input
          {...fieldControl("least", { error })}
          inputMode="numeric"
          defaultValue={typedIn(state, "least")}
        />
      </Field>
    </fieldset>
  );
}
