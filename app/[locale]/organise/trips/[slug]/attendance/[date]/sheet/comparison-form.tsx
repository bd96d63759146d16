"use client";

import { type FormAction, FormFrame } from "#components/form-frame.tsx";
import type { FormState } from "#components/form-state.ts";
import type { ComparedPerson } from "#domain/signature/queries.ts";
import { ComparisonRow } from "./comparison-row.tsx";
import type { ComparisonTexts } from "./comparison-texts.ts";

type ComparisonFormProps = {
  action: FormAction;
  initial: FormState;
  people: ComparedPerson[];
  texts: ComparisonTexts;
};

/** Everybody of the day, each with the mark and the question whether the signature is there. */
export function ComparisonForm({ action, initial, people, texts }: ComparisonFormProps) {
  const someLeft = people.some(({ signed }) => signed === null);
  return (
    <FormFrame
      action={action}
      initial={initial}
      submit={texts.save}
      quiet={someLeft}
      formId="comparison-form"
    >
      {(state) => (
        <>
          {people.map((person) => (
            <ComparisonRow
              key={person.registrationId}
              person={person}
              state={state}
              texts={texts}
            />
          ))}
          {someLeft ? (
            <>
              <p className="small mt-s4 screen">{texts.restHint}</p>
              <p className="deeds">
                <button className="button" type="submit" name="rest" value="marks">
                  {texts.rest}
                </button>
              </p>
            </>
          ) : null}
        </>
      )}
    </FormFrame>
  );
}
