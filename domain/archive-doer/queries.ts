import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** As a part of a query for a file: the address of whoever did something, that of the first file for a stand-in. */
export const addressInFile = (doer: Record<"email" | "importedAs", SQLWrapper>): SQL<string> =>
  sql<string>`coalesce(${doer.importedAs}, ${doer.email})`;
