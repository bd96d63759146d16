import { bigint, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

/**
 * Who did or read what, when. Append-only: a trigger refuses update, delete and truncate.
 * No foreign keys: an entry outlives what it speaks of.
 */
export const auditEntry = pgTable(
  "audit_entry",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant("at").notNull().defaultNow(),
    /** Null for the public and for the system itself. */
    actorId: uuid("actor_id"),
    /** `noun.verb`, e.g. `registration.withdraw`. */
    action: text("action").notNull(),
    subjectId: text("subject_id"),
    tripId: uuid("trip_id"),
    organisationId: uuid("organisation_id"),
    details: jsonb("details").$type<Record<string, unknown>>().notNull().default({}),
  },
  (table) => [
    index("audit_entry_trip").on(table.tripId, table.at),
    index("audit_entry_organisation").on(table.organisationId, table.at),
  ],
);
