import type { Cell } from "#domain/export/schema.ts";

/** Rows by municipality, and below them one that sums every column but those that have no sum. None of none. */
export function withTotals(
  rows: readonly (readonly (string | number | null)[])[],
  sumless: readonly number[],
): Cell[][] {
  const [first] = rows;
  if (!first) return [];
  const totals = first.map((_, index): Cell => {
    if (index === 0) return { word: "export.total" };
    if (sumless.includes(index)) return null;
    return rows.reduce((sum, row) => sum + Number(row[index] ?? 0), 0);
  });
  return [...rows.map((row) => [...row]), totals];
}
