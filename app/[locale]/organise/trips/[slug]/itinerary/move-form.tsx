"use client";

import { useActionState } from "react";
import type { FormAction } from "#components/form-frame.tsx";
import type { FormState } from "#components/form-state.ts";

type MoveFormProps = {
  action: FormAction;
  initial: FormState;
  /** `label` is in sight, `name` says as well what is moved. */
  ways: { value: string; label: string; name: string }[];
};

/** Moves an item past its neighbour; says beside the buttons why it cannot. */
export function MoveForm({ action, initial, ways }: MoveFormProps) {
  const [state, send, pending] = useActionState(action, initial);
  return (
    <form action={send} className="moves">
      {ways.map(({ value, label, name }) => (
        <button
          key={value}
          type="submit"
          name="direction"
          value={value}
          aria-label={name}
          disabled={pending}
        >
          {label}
        </button>
      ))}
      {state.errors.map(({ message }) => (
        <p key={message} className="error" role="alert">
          {message}
        </p>
      ))}
    </form>
  );
}
