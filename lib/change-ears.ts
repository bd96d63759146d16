/** Who wants to hear of changes of one thing, in this process. */
export type Ear = {
  /** The thing changed, or may have. */
  changed(): void;
  /** From now on changes may be missed, until `changed` is called again. */
  lost(): void;
  /** The process is about to end. */
  ending(): void;
};

type State = {
  ears: Map<string, Set<Ear>>;
  /** Whether changes reach this process. */
  hearing: boolean;
};

// Next bundles route handlers and instrumentation apart: they meet here.
const globals = globalThis as { pieredzeEars?: State };
globals.pieredzeEars ??= { ears: new Map(), hearing: false };
const state = globals.pieredzeEars;

/** Listens for changes of the thing with this key until the answer is called. */
export function addEar(key: string, ear: Ear): () => void {
  const ears = state.ears.get(key) ?? new Set();
  state.ears.set(key, ears.add(ear));
  return () => {
    ears.delete(ear);
    if (ears.size === 0 && state.ears.get(key) === ears) state.ears.delete(key);
  };
}

/** Whether changes reach this process at this moment. */
export const changesAreHeard = () => state.hearing;

/** The thing with this key changed. */
export function tellChanged(key: string): void {
  for (const ear of state.ears.get(key) ?? []) ear.changed();
}

/** Changes reach this process from now on, or no longer: then what was missed has to be read anew. */
export function tellHearing(hearing: boolean): void {
  state.hearing = hearing;
  for (const ear of allEars()) hearing ? ear.changed() : ear.lost();
}

/** The process ends: whoever holds something open lets go of it. */
export function tellEnding(): void {
  for (const ear of allEars()) ear.ending();
}

const allEars = () => [...state.ears.values()].flatMap((ears) => [...ears]);
