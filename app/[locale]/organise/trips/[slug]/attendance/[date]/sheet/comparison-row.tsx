import { errorOf, type FormState, typedIn } from "#components/form-state.ts";
import { Field, fieldControl } from "#components/ui/field.tsx";
import type { ComparedPerson } from "#domain/signature/queries.ts";
import { differenceOf } from "#domain/signature/rules.ts";
import type { ComparisonTexts } from "./comparison-texts.ts";

type ComparisonRowProps = { person: ComparedPerson; state: FormState; texts: ComparisonTexts };

/** One person: the mark, whether the signature is there, and what to do where they differ. */
export function ComparisonRow({ person, state, texts }: ComparisonRowProps) {
  const { registrationId: id, givenName, familyName, organisation } = person;
  const difference = differenceOf(person);
  return (
    <fieldset className={`compared${difference ? " differs" : ""}`}>
      <legend>
        {familyName}, {givenName}
      </legend>
      <p className="small">
        {organisation} · {person.isWalkIn ? texts.walkIn : texts.states[person.state]}
      </p>
      <input type="hidden" name="person" value={id} />
      <input
        type="hidden"
        name={`marked.${id}`}
        value={person.state === "present" ? "yes" : "no"}
      />
      <div className="choices across">
        <Choice name={`signed.${id}`} value="yes" label={texts.signed} state={state} />
        <Choice name={`signed.${id}`} value="no" label={texts.unsigned} state={state} />
      </div>
      {difference ? (
        <>
          <p className="difference">{texts.differences[difference]}</p>
          <div className="choices">
            <Choice name={`decision.${id}`} value="explain" label={texts.explain} state={state} />
            <Choice
              name={`decision.${id}`}
              value="correct"
              label={correctionOf(person, texts)}
              state={state}
            />
          </div>
          <Words id={id} state={state} label={texts.words} />
        </>
      ) : null}
    </fieldset>
  );
}

function correctionOf({ signed, isWalkIn }: ComparedPerson, texts: ComparisonTexts): string {
  if (signed) return texts.correctToPresent;
  return isWalkIn ? texts.removeWalkIn : texts.correctToAbsent;
}

type ChoiceProps = { name: string; value: string; label: string; state: FormState };

function Choice({ name, value, label, state }: ChoiceProps) {
  return (
    <label className="choice">
      <input
        type="radio"
        name={name}
        value={value}
        defaultChecked={typedIn(state, name) === value}
      />
      {label}
    </label>
  );
}

function Words({ id, state, label }: { id: string; state: FormState; label: string }) {
  const name = `words.${id}`;
  const error = errorOf(state, name);
  return (
    <Field name={name} label={label} error={error}>
      <textarea {...fieldControl(name, { error })} rows={2} defaultValue={typedIn(state, name)} />
    </Field>
  );
}
