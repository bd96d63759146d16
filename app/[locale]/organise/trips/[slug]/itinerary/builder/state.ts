/** What the builder answers to a deed; the draft itself comes with the page. */
export type BuilderState = {
  attempt: number;
  /** What was done, in a sentence. */
  notice: string;
  /** Why it was not done. */
  problem: string;
  /** What others changed since this page was read. */
  others: string[];
};

export const quiet: BuilderState = {
  attempt: 0,
  notice: "",
  problem: "",
  others: [],
};
