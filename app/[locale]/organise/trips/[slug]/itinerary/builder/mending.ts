import type { BuilderState } from "./state.ts";
import type { Card, CardWarning } from "./view.ts";

/** A refused deed whose fields are on the page: its problem is said there, and the focus goes there. */
export type Mending = {
  deed: string;
  problem: string;
  typed: string;
  /** Id of the field to mend. */
  fieldId: string;
  /** Two people wrote the same, and this one may now decide. */
  decides: boolean;
};

type Shown = { cards: readonly Card[]; warnings: readonly CardWarning[]; editing: string | null };

/** Where the last refusal is to be mended; null when nothing was refused, or its fields are gone. */
export function mendingOf(state: BuilderState, shown: Shown): Mending | null {
  const { deed, problem, typed, reason } = state;
  const fieldId = problem ? fieldOf(state, shown) : null;
  const decides = reason === "conflict" || reason === "gone";
  return fieldId === null ? null : { deed, problem, typed, fieldId, decides };
}

/** Fields of an item edited in place, by what is wrong with it. */
const editorFields: Record<string, string> = {
  starts: "starts",
  ends: "ends",
  noDuration: "ends",
  pastMidnight: "ends",
  title: "title",
  tooLong: "title",
};

function fieldOf({ deed, reason }: BuilderState, { cards, warnings, editing }: Shown) {
  const verb = deed.split(" ", 1)[0] ?? "";
  const id = deed.slice(verb.length + 1);
  if (verb === "save") return editing === id ? `${editorFields[reason] ?? "save"}-${id}` : null;
  if (verb === "shift") return cards.some((card) => card.id === id) ? minutesField(id) : null;
  const at = warnings.findIndex(({ fingerprint }) => fingerprint === id);
  return verb === "accept" && at >= 0 ? noteField(at) : null;
}

export const minutesField = (itemId: string) => `minutes-${itemId}`;

/** By its place in the list: what a warning is recognised by is no id. */
export const noteField = (index: number) => `warning-${index}`;
