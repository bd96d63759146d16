import { errorOf, type FormState } from "#components/form-state.ts";
import { Field, fieldControl } from "#components/ui/field.tsx";

export type RowTexts = {
  /** `{number}`. */
  person: string;
  head: string;
  givenName: string;
  familyName: string;
  position: string;
  email: string;
  phone: string;
};

type MemberRowProps = { row: number; state: FormState; texts: RowTexts };

const fields = ["givenName", "familyName", "position", "email", "phone"] as const;

/** One person of a delegation. What is wrong with a row stands beside what caused it. */
export function MemberRow({ row, state, texts }: MemberRowProps) {
  return (
    <fieldset className="member">
      <legend>{texts.person.replace("{number}", String(row + 1))}</legend>
      <div className="cells">
        {fields.map((name) => {
          const id = `${name}.${row}`;
          const error = errorOf(state, id);
          return (
            <Field key={name} name={id} label={texts[name]} error={error}>
              <input
                {...fieldControl(id, { error })}
                name={name}
                defaultValue={state.values[name]?.[row] ?? ""}
                {...(name === "email" ? { autoCapitalize: "none", spellCheck: false } : {})}
              />
            </Field>
          );
        })}
      </div>
      <label className="choice">
        <input
          type="radio"
          name="head"
          value={row}
          defaultChecked={state.values.head?.[0] === String(row)}
        />
        {texts.head}
      </label>
    </fieldset>
  );
}
