import { getTableColumns, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "./client.ts";

/** So many rows go in one statement. */
const batch = 5_000;

/**
 * Writes very many rows, each batch as one parameter: with one for each value most of the time would go into
 * writing the statement. All rows have the keys of the first; no bytes.
 */
export async function insertRows<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table["$inferInsert"][],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in first);
  const names = sql.join(
    columns.map(([, { name }]) => sql.identifier(name)),
    sql`, `,
  );
  for (let from = 0; from < rows.length; from += batch) {
    const written = rows
      .slice(from, from + batch)
      .map((row) =>
        Object.fromEntries(
          columns.map(([key, { name }]) => [name, (row as Record<string, unknown>)[key] ?? null]),
        ),
      );
    await tx.execute(sql`insert into ${table} (${names})
      select ${names} from json_populate_recordset(null::${table}, ${JSON.stringify(written)}::json)`);
  }
}
