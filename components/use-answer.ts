import { useActionState, useLayoutEffect, useRef, useState } from "react";
import { type FormState, untouched } from "./form-state.ts";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

/** Before its action answered. */
const unsent = untouched();

/**
 * What a form shows: what its action answered, and before that `initial`. An untouched form follows when `initial`
 * changes; `begun` then grows, and is the key with which its content is made anew. Typing and answers stay.
 */
export function useAnswer(action: Action, initial: FormState) {
  // After a post without JavaScript React finds the form by its place and keys: none of them may depend on values.
  const [answer, send, pending] = useActionState(action, unsent);
  const [first, begin] = useState<Beginning>({ state: initial, begun: 0, focus: -1 });
  const form = useRef<HTMLFormElement>(null);
  const answered = answer.attempt > 0;
  useLayoutEffect(() => {
    const element = form.current;
    if (!element || answered || pending || sameValues(first.state, initial)) return;
    if (!isUntouched(element)) return;
    const focus = [...element.elements].indexOf(document.activeElement ?? element);
    begin({ state: initial, begun: first.begun + 1, focus });
  });
  useLayoutEffect(() => {
    const at = form.current?.elements[first.focus];
    if (at instanceof HTMLElement) at.focus({ preventScroll: true });
  }, [first]);
  return { state: answered ? answer : first.state, begun: first.begun, send, pending, form };
}

/** The values, how often they came anew, and the control that had the focus then. */
type Beginning = { state: FormState; begun: number; focus: number };

const sameValues = (one: FormState, other: FormState) =>
  one === other || JSON.stringify(one.values) === JSON.stringify(other.values);

/** Whether a form would be sent with what it was given, and no field is half written. */
function isUntouched(form: HTMLFormElement): boolean {
  const given = form.cloneNode(true) as HTMLFormElement;
  given.reset();
  const halves = [...form.querySelectorAll("input")].some(({ validity }) => validity.badInput);
  return !halves && entriesOf(form) === entriesOf(given);
}

const entriesOf = (form: HTMLFormElement) =>
  JSON.stringify(
    [...new FormData(form)].map(([name, value]) => [
      name,
      value instanceof File ? value.name : value,
    ]),
  );
