import type { Problem, ProblemReason } from "./schema.ts";

type Path = Problem["path"];

/** A problem where what an entry speaks of is not in the file; nothing where it speaks of nothing. */
export function unknown(
  known: ReadonlySet<string | number>,
  spokenOf: string | number | null,
  path: Path,
): Problem[] {
  if (spokenOf === null || known.has(spokenOf)) return [];
  return [{ path, reason: "unknownReference", facts: { name: spokenOf } }];
}

/** A problem for each that stood in an earlier place already. */
export function repeated(
  values: readonly (string | number | null)[],
  pathOf: (index: number) => Path,
): Problem[] {
  const seen = new Set<string | number>();
  return values.flatMap((value, index) => {
    if (value === null) return [];
    if (seen.has(value)) return [{ path: pathOf(index), reason: "twice", facts: { name: value } }];
    seen.add(value);
    return [];
  });
}

/** A problem where this holds. */
export const problemIf = (holds: boolean, path: Path, reason: ProblemReason): Problem[] =>
  holds ? [{ path, reason }] : [];
