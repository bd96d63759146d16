/** So many rows go in one statement. */
const batch = 500;

/** Writes any number of rows, some hundred a statement. */
export async function inBatches<Row>(
  rows: readonly Row[],
  write: (some: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let first = 0; first < rows.length; first += batch) {
    await write(rows.slice(first, first + batch));
  }
}
