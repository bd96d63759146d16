import { type FormEvent, useEffect, useState } from "react";
import { answerOf, askedQuestions } from "#domain/answer/rules.ts";
import { mostFileBytes } from "#domain/answer/schema.ts";
import type { Question } from "#domain/question/schema.ts";
import { errorOf, type FormState, typedIn } from "./form-state.ts";
import { SizedFileField } from "./sized-file-field.tsx";
import { Field, fieldControl } from "./ui/field.tsx";

/** A question in the reader's language, with the file that is there. */
export type AskedField = Pick<Question, "id" | "kind" | "options" | "required" | "condition"> & {
  label: string;
  hint: string;
  labels: Record<string, string>;
  file: { href: string; name: string } | null;
};

export type QuestionTexts = {
  yes: string;
  no: string;
  sent: string;
  remove: string;
  fileTooLarge: string;
};

export const fieldOf = (questionId: string) => `q.${questionId}`;

type QuestionFieldsProps = {
  state: FormState;
  questions: readonly AskedField[];
  texts: QuestionTexts;
};

/**
 * One field for each question. In a browser with JavaScript those whose condition does not hold are hidden as one
 * answers; without it all are there, and say on what they hang.
 */
export function QuestionFields({ state, questions, texts }: QuestionFieldsProps) {
  const [shown, setShown] = useState<Set<string> | null>(null);
  const given = (id: string) => state.values[fieldOf(id)] ?? [];
  // Only once the page is alive: what hangs on an answer must be reachable without JavaScript.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed since is told by the form itself
  useEffect(() => setShown(shownOf(questions, given)), []);

  function answered(event: FormEvent<HTMLDivElement>) {
    const form = event.currentTarget.closest("form");
    if (!form) return;
    const typed = new FormData(form);
    setShown(
      shownOf(questions, (id) =>
        typed.getAll(fieldOf(id)).filter((value) => typeof value === "string"),
      ),
    );
  }

  return (
    <div onChange={answered}>
      {questions.map((one) => (
        <div key={one.id} hidden={shown !== null && !shown.has(one.id)}>
          <QuestionField one={one} typed={given(one.id)} state={state} texts={texts} />
        </div>
      ))}
    </div>
  );
}

function shownOf(questions: readonly AskedField[], typed: (id: string) => string[]): Set<string> {
  const values = Object.fromEntries(
    questions.map((one) => {
      const read = answerOf(one, typed(one.id));
      return [one.id, "value" in read ? read.value : null];
    }),
  );
  return new Set(askedQuestions(questions, values).map(({ id }) => id));
}

type QuestionFieldProps = {
  one: AskedField;
  typed: string[];
  state: FormState;
  texts: QuestionTexts;
};

function QuestionField({ one, typed, state, texts }: QuestionFieldProps) {
  const { kind, label, hint, options, labels } = one;
  const name = fieldOf(one.id);
  const error = errorOf(state, name);
  if (kind === "file") return <FileField one={one} error={error} state={state} texts={texts} />;
  if (kind === "text" || kind === "number") {
    const control = { ...fieldControl(name, { hint, error }), defaultValue: typed[0] ?? "" };
    return (
      <Field name={name} label={label} hint={hint || undefined} error={error}>
        {kind === "text" ? (
          <textarea {...control} rows={3} />
        ) : (
          <input {...control} inputMode="decimal" />
        )}
      </Field>
    );
  }
  const choices =
    kind === "yesNo"
      ? [
          { value: "yes", words: texts.yes },
          { value: "no", words: texts.no },
        ]
      : options.map(({ id }) => ({ value: id, words: labels[id] ?? id }));
  return (
    <fieldset className={`field${error ? " bad" : ""}`} id={name} tabIndex={-1}>
      <legend>{label}</legend>
      {hint ? <p className="hint">{hint}</p> : null}
      {error ? <p className="error">{error}</p> : null}
      <div className="choices">
        {choices.map(({ value, words }) => (
          <label key={value} className="choice">
            <input
              type={kind === "choices" ? "checkbox" : "radio"}
              name={name}
              value={value}
              defaultChecked={typed.includes(value)}
            />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type FileFieldProps = Omit<QuestionFieldProps, "typed"> & { error: string | undefined };

function FileField({ one, error, state, texts }: FileFieldProps) {
  const { label, hint, file } = one;
  const name = fieldOf(one.id);
  const removed = `${name}.removed`;
  return (
    <SizedFileField
      name={name}
      label={label}
      hint={hint || undefined}
      error={error}
      tooLarge={texts.fileTooLarge}
      mostBytes={mostFileBytes}
      accept=".pdf,.jpg,.jpeg,.png"
    >
      {file ? (
        <p>
          {texts.sent}: <a href={file.href}>{file.name}</a>
          <label className="choice">
            <input
              type="checkbox"
              name={removed}
              value="yes"
              defaultChecked={typedIn(state, removed) === "yes"}
            />
            {texts.remove}
          </label>
        </p>
      ) : null}
    </SizedFileField>
  );
}
