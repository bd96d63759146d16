import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns.ts";
import { organisation } from "./organisation.ts";
import { user } from "./person.ts";
import { trip } from "./trip.ts";

/**
 * People whom a municipality sends together: registrations that point here. They stand in line as one, at
 * the place of the first of them who waits.
 */
export const delegation = pgTable(
  "delegation",
  {
    id: id(),
    tripId: uuid("trip_id")
      .notNull()
      .references(() => trip.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    sentBy: uuid("sent_by")
      .notNull()
      .references(() => user.id),
    /** Places asked for when it was sent. */
    size: integer("size").notNull(),
    /** It takes no seat before it can have so many: 1 as many as fit, `size` all or none. */
    atLeast: integer("at_least").notNull(),
    /** Made by the form: the same one sent twice is one delegation. */
    key: uuid("key").notNull().unique(),
    createdAt: createdAt(),
  },
  (table) => [
    index("delegation_trip").on(table.tripId, table.organisationId),
    unique("delegation_of_trip").on(table.tripId, table.id),
    check("delegation_at_least", sql`${table.atLeast} between 1 and ${table.size}`),
  ],
);
