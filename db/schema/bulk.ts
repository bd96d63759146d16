import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns.ts";
import { user } from "./person.ts";
import { registration } from "./registration.ts";
import { trip } from "./trip.ts";

/** One thing to be done to many registrations, by the worker, one after the other. */
export const bulkWork = pgTable(
  "bulk_work",
  {
    id: id(),
    tripId: uuid("trip_id")
      .notNull()
      .references(() => trip.id),
    kind: text("kind", { enum: ["confirm", "withdraw", "pickup", "notice"] }).notNull(),
    /** The reason, the notice or the pick-up, by kind. */
    details: jsonb("details").$type<Record<string, string>>().notNull().default({}),
    startedBy: uuid("started_by")
      .notNull()
      .references(() => user.id),
    startedAt: instant("started_at").notNull().defaultNow(),
    finishedAt: instant("finished_at"),
  },
  (table) => [index("bulk_work_trip").on(table.tripId, table.startedAt)],
);

/** One registration of a bulk work: not yet done, done, or refused with the reason. */
export const bulkItem = pgTable(
  "bulk_item",
  {
    bulkWorkId: uuid("bulk_work_id")
      .notNull()
      .references(() => bulkWork.id),
    registrationId: uuid("registration_id")
      .notNull()
      .references(() => registration.id),
    position: integer("position").notNull(),
    doneAt: instant("done_at"),
    /** The command's reason, where it refused. */
    refusal: text("refusal"),
  },
  (table) => [
    primaryKey({ columns: [table.bulkWorkId, table.registrationId] }),
    index("bulk_item_left")
      .on(table.bulkWorkId, table.position)
      .where(sql`${table.doneAt} is null`),
  ],
);
