/** What the builder answers to a deed; the draft itself comes with the page. */
export type BuilderState = {
  attempt: number;
  /** What was done, in a sentence. */
  notice: string;
  /** Why it was not done. */
  problem: string;
  /** What others changed since this page was read. */
  others: string[];
  /** The deed that was asked for, as its button says it: `accept ID`. */
  deed: string;
  /** The key of `problem`. */
  reason: string;
  /** What was typed for the refused deed, where that is one field. */
  typed: string;
  /** What is written beside warnings that are not accepted yet, by what a warning is recognised by. */
  notes: Record<string, string>;
};

export const quiet: BuilderState = {
  attempt: 0,
  notice: "",
  problem: "",
  others: [],
  deed: "",
  reason: "",
  typed: "",
  notes: {},
};
