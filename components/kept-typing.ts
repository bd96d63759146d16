type Typed = Record<string, string>;

/** What a form was given to begin with, and what was typed over it. */
type Kept = { given: Typed; typed: Typed };

/**
 * Keeps in this tab what is being typed, so that a reload loses nothing. It is worth something only
 * while the page is given the same values: once the server knows newer ones, those count.
 */
export function keepTyping(key: string, given: Typed, form: HTMLFormElement): void {
  const typed: Typed = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !name.startsWith("$")) typed[name] = value;
  }
  attempt(() => sessionStorage.setItem(key, JSON.stringify({ given, typed } satisfies Kept)));
}

/** What had been typed over these values; nothing when the tab knows of none. */
export function keptTyping(key: string, given: Typed): Typed {
  const kept = attempt(() => JSON.parse(sessionStorage.getItem(key) ?? "null") as Kept | null);
  return kept && JSON.stringify(kept.given) === JSON.stringify(given) ? kept.typed : {};
}

export function forgetTyping(key: string): void {
  attempt(() => sessionStorage.removeItem(key));
}

/** A browser may forbid storage; then a reload forgets, and nothing else changes. */
function attempt<Value>(use: () => Value): Value | null {
  try {
    return use();
  } catch {
    return null;
  }
}
