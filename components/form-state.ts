/** What a form shows: what was typed, and what must be mended. Sent back by the action when it refuses. */
export type FormState = {
  /** Grows with every refusal, so that the controls are made anew with what was typed. */
  attempt: number;
  values: Record<string, string[]>;
  /** Heads the summary of `errors`. */
  title: string;
  errors: { name: string; message: string }[];
};

/** A form before it was sent. */
export function untouched(values: Record<string, string | string[]> = {}): FormState {
  const lists = Object.entries(values).map(([name, value]) => [name, [value].flat()] as const);
  return { attempt: 0, values: Object.fromEntries(lists), title: "", errors: [] };
}

/** Everything that was typed, by field; fields that repeat keep their order. */
export function typed(form: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.startsWith("$")) continue;
    values[name] = [...(values[name] ?? []), value];
  }
  return values;
}

export const typedIn = (state: FormState, name: string) => state.values[name]?.[0] ?? "";

export const errorOf = (state: FormState, name: string) =>
  state.errors.find((error) => error.name === name)?.message;
