"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import {
  type FormEvent,
  type ReactNode,
  type RefObject,
  startTransition,
  useEffect,
  useMemo,
  useState,
} from "react";
import { type FieldErrors, useForm } from "react-hook-form";
import { type Municipality, municipalityOfAddress } from "#domain/organisation/rules.ts";
import { registrationAnswers, registrationForm } from "#domain/registration/schema.ts";
import type { FormAction } from "./form-frame.tsx";
import { errorOf, type FormState, typedIn } from "./form-state.ts";
import { keepTyping, keptTyping } from "./kept-typing.ts";
import {
  type PersonField,
  PersonFields,
  type PersonTexts,
  personFields,
} from "./person-fields.tsx";
import { ErrorSummary } from "./ui/error-summary.tsx";
import { Field, fieldControl } from "./ui/field.tsx";
import { type Option, Select } from "./ui/select.tsx";
import { SubmitButton } from "./ui/submit-button.tsx";
import { useAnswer } from "./use-answer.ts";

type Answers = Record<PersonField, string>;

type PersonFormProps = {
  action: FormAction;
  initial: FormState;
  municipalities: Municipality[];
  texts: PersonTexts;
  /** Whoever is signed in is not asked for the address. `deed` stands below it. */
  account: { email: string; hint: string; deed?: ReactNode } | null;
  /** Under which this tab keeps what is typed, so that a reload loses nothing. */
  storageKey?: string;
  submit: string;
  /** Asks whether somebody wishes not to be photographed, where that is a question. */
  photoWish?: { label: string; hint: string };
  /** Asks for the language of mails, where that is a question. */
  language?: { label: string; hint: string; options: Option[] };
  /** What stands between the fields and the button. */
  children?: ReactNode;
};

/**
 * A form that asks who somebody is. The server's answer is what it shows; in a browser with JavaScript the
 * same schema answers sooner (docs/decisions/forms.md).
 */
export function PersonForm(props: PersonFormProps) {
  const answer = useAnswer(props.action, props.initial);
  return <Asked key={answer.begun} {...props} {...answer} />;
}

function Asked(props: PersonFormProps & ReturnType<typeof useAnswer>) {
  const {
    state,
    send,
    pending,
    form: element,
    municipalities,
    texts,
    account,
    storageKey,
    submit,
    photoWish,
    language,
    children,
  } = props;
  const [stopped, setStopped] = useState<Stopped | null>(null);
  // Made anew only with the state: react-hook-form takes a new object for new errors.
  const answered = useMemo(() => fieldErrors(state), [state]);
  const form = useForm<Answers>({
    resolver: zodResolver(account ? registrationAnswers : registrationForm) as never,
    errors: answered,
    shouldFocusError: false,
  });
  useKeptTyping(element, storageKey, state, form.setValue);

  const error = (name: PersonField) => {
    if (!form.formState.isSubmitted) return errorOf(state, name);
    const message = form.formState.errors[name]?.message;
    return message && (texts.problems[message] ?? message);
  };
  // What is typed next mends a field at once, but the summary stays as it was read.
  const summary = stopped?.after === state ? stopped.errors : state.errors;

  function submitted(event: FormEvent<HTMLFormElement>) {
    if (pending) return event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const goOn = () => startTransition(() => send(typed));
    const stop = (errors: FieldErrors<Answers>) => {
      const inOrder = personFields.flatMap((name) => {
        const message = errors[name]?.message;
        return message ? [{ name, message: texts.problems[message] ?? message }] : [];
      });
      setStopped((last) => ({ after: state, attempt: (last?.attempt ?? 0) + 1, errors: inOrder }));
    };
    void form.handleSubmit(goOn, stop)(event);
  }

  function attach(name: PersonField) {
    if (name !== "email") return form.register(name);
    const preselect = () => {
      const { email, organisation } = form.getValues();
      const known = organisation ? null : municipalityOfAddress(email, municipalities);
      if (known) form.setValue("organisation", known);
    };
    return form.register(name, { onBlur: preselect });
  }

  return (
    <form
      ref={element}
      action={send}
      onSubmit={submitted}
      onInput={(event) => {
        if (storageKey) keepTyping(storageKey, given(state), event.currentTarget);
      }}
      noValidate
    >
      <ErrorSummary
        key={`${state.attempt} ${stopped?.attempt ?? 0}`}
        title={texts.mend[summary.length] ?? ""}
        errors={summary}
      />
      <PersonFields
        texts={texts}
        municipalities={municipalities}
        value={(name) => typedIn(state, name)}
        error={error}
        attach={attach}
        account={account}
        attempt={state.attempt}
      />
      {photoWish ? <PhotoWish key={state.attempt} state={state} texts={photoWish} /> : null}
      {language ? <Language key={`language ${state.attempt}`} state={state} {...language} /> : null}
      {children}
      <p className="deeds">
        <SubmitButton pending={pending} sending={texts.sending}>
          {submit}
        </SubmitButton>
      </p>
    </form>
  );
}

function PhotoWish({ state, texts }: { state: FormState; texts: { label: string; hint: string } }) {
  return (
    <div className="field">
      <label className="choice">
        <input
          type="checkbox"
          name={photoField}
          value="yes"
          defaultChecked={typedIn(state, photoField) === "yes"}
          aria-describedby={`${photoField}-hint`}
        />
        {texts.label}
      </label>
      <p className="hint" id={`${photoField}-hint`}>
        {texts.hint}
      </p>
    </div>
  );
}

type LanguageProps = NonNullable<PersonFormProps["language"]> & { state: FormState };

function Language({ state, options, ...facts }: LanguageProps) {
  const labels = { ...facts, error: errorOf(state, "locale") };
  return (
    <Field name="locale" {...labels}>
      <Select
        {...fieldControl("locale", labels)}
        defaultValue={typedIn(state, "locale")}
        options={options}
      />
    </Field>
  );
}

const photoField = "noPhotos";

/** What the browser found before it asked the server; over once the server has answered. */
type Stopped = { after: FormState; attempt: number; errors: FormState["errors"] };

function fieldErrors({ errors }: FormState): FieldErrors<Answers> {
  return Object.fromEntries(errors.map(({ name, message }) => [name, { type: "server", message }]));
}

const given = (state: FormState) =>
  Object.fromEntries(personFields.map((name) => [name, typedIn(state, name)]));

/** Puts back what this tab kept, into fields that still hold what the page gave them. */
function useKeptTyping(
  element: RefObject<HTMLFormElement | null>,
  storageKey: string | undefined,
  state: FormState,
  setValue: (name: PersonField, value: string) => void,
) {
  // Once, as soon as the page is alive: later nothing can be missing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the page began with is looked at
  useEffect(() => {
    if (!storageKey || !element.current) return;
    const now = new FormData(element.current);
    const kept = keptTyping(storageKey, given(state));
    for (const name of personFields) {
      const typed = kept[name];
      if (typed !== undefined && now.get(name) === typedIn(state, name)) setValue(name, typed);
    }
    const box = element.current.elements.namedItem(photoField);
    if (box instanceof HTMLInputElement && "givenName" in kept) {
      box.checked = kept[photoField] === "yes";
    }
  }, []);
}
