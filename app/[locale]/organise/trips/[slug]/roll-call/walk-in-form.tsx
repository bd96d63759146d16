import { type FormEvent, useRef, useState } from "react";
import { Field, fieldControl } from "#components/ui/field.tsx";
import { mostLetters, problemsOf, whence } from "#domain/walk-in/rules.ts";
import type { RollCallWalkIn, RollCallWalkIns } from "#domain/walk-in/schema.ts";
import type { WalkInTexts } from "./walk-in-texts.ts";

export type NewPerson = Pick<
  RollCallWalkIn,
  "givenName" | "familyName" | "organisationId" | "institution"
>;

type WalkInFormProps = {
  municipalities: RollCallWalkIns["municipalities"];
  today: readonly RollCallWalkIn[];
  onAdd: (person: NewPerson) => Promise<void>;
  texts: WalkInTexts;
};

/** Who came along: a name, and where from. What is typed stays until it is written down. */
export function WalkInForm({ municipalities, today, onAdd, texts }: WalkInFormProps) {
  const [problems, setProblems] = useState<ReturnType<typeof problemsOf>>({});
  const first = useRef<HTMLInputElement>(null);
  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = (name: string) =>
      String(new FormData(form).get(name) ?? "")
        .replace(/\s+/g, " ")
        .trim();
    const person = {
      givenName: typed("givenName"),
      familyName: typed("familyName"),
      ...whence(typed("institution"), municipalities),
    };
    const found = problemsOf(person, today);
    setProblems(found);
    const wrong = Object.keys(found)[0];
    if (wrong) {
      (form.elements.namedItem(wrong) as HTMLElement | null)?.focus();
      return;
    }
    await onAdd(person);
    form.reset();
    first.current?.focus();
  }
  const error = (name: keyof typeof problems) => {
    const problem = problems[name];
    return problem && texts.problem[problem];
  };
  return (
    <form onSubmit={add} noValidate>
      <Field name="givenName" label={texts.givenName} error={error("givenName")}>
        <input
          ref={first}
          {...fieldControl("givenName", { error: error("givenName") })}
          autoComplete="off"
          autoCapitalize="words"
          maxLength={mostLetters.name}
        />
      </Field>
      <Field name="familyName" label={texts.familyName} error={error("familyName")}>
        <input
          {...fieldControl("familyName", { error: error("familyName") })}
          autoComplete="off"
          autoCapitalize="words"
          maxLength={mostLetters.name}
        />
      </Field>
      <Field
        name="institution"
        label={texts.from}
        hint={texts.fromHint}
        error={error("institution")}
      >
        <input
          {...fieldControl("institution", { hint: texts.fromHint, error: error("institution") })}
          autoComplete="off"
          maxLength={mostLetters.institution}
          list="municipalities"
        />
        <datalist id="municipalities">
          {municipalities.map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
      </Field>
      <p className="deeds">
        <button className="button" type="submit">
          {texts.submit}
        </button>
      </p>
    </form>
  );
}
