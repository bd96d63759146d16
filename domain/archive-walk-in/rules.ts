import { repeated, unknown } from "#domain/archive-problem/rules.ts";
import type { Problem } from "#domain/archive-problem/schema.ts";
import type { WalkInEntry } from "./schema.ts";

type Given = { days: readonly string[]; organisations: readonly { key: string }[] };

/** What does not fit together in what the file says of walk-ins. */
export function walkInProblems(
  walkIns: readonly WalkInEntry[],
  { days, organisations }: Given,
): Problem[] {
  const at = (index: number, field: string) => ["people", "walkIns", index, field];
  const [dates, keys] = [new Set(days), new Set(organisations.map(({ key }) => key))];
  const removals = walkIns.flatMap((one, index) =>
    one.removals.map(({ id }) => ({ id: id.toLowerCase(), index })),
  );
  return [
    ...repeated(
      walkIns.map(({ id }) => id.toLowerCase()),
      (index) => at(index, "id"),
    ),
    ...repeated(
      removals.map(({ id }) => id),
      (place) => at(removals[place]?.index ?? 0, "removals"),
    ),
    ...walkIns.flatMap((one, index) => [
      ...unknown(dates, one.date, at(index, "date")),
      ...unknown(keys, one.organisation, at(index, "organisation")),
    ]),
  ];
}

/** Addresses of whoever wrote them down, removed them or read their signatures. */
export const walkInEmails = (walkIns: readonly WalkInEntry[]): string[] =>
  walkIns.flatMap(({ recordedBy, removals, signatures }) => [
    recordedBy,
    ...removals.map((one) => one.recordedBy),
    ...(signatures ?? []).map(({ readBy }) => readBy),
  ]);
