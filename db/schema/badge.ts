import { sql } from "drizzle-orm";
import { check, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { user } from "./person.ts";
import { registration } from "./registration.ts";
import { trip } from "./trip.ts";

/**
 * What somebody on a trip is known by at a roll call. Triggers give one to everybody who is named, and another where
 * somebody else takes the place: the old badge then stands for nobody.
 */
export const badge = pgTable(
  "badge",
  {
    registrationId: uuid("registration_id")
      .primaryKey()
      .references(() => registration.id, { onDelete: "cascade" }),
    tripId: uuid("trip_id")
      .notNull()
      .references(() => trip.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id),
    /** To be typed, of letters and figures that nobody takes for one another and that make no word. */
    code: text("code").notNull(),
  },
  (table) => [
    unique("badge_code_once").on(table.tripId, table.code),
    check("badge_code_shape", sql`${table.code} ~ '^[34679CDFHJKMNPQRTVWXY]{6}$'`),
  ],
);

/** That people of a trip may check in themselves, and the key of the codes by which they do; no row where they may not. */
export const selfCheckIn = pgTable(
  "self_check_in",
  {
    tripId: uuid("trip_id")
      .primaryKey()
      .references(() => trip.id, { onDelete: "cascade" }),
    /** 32 random bytes, in base64url. It never leaves the server. */
    key: text("key").notNull(),
    switchedOnBy: uuid("switched_on_by")
      .notNull()
      .references(() => user.id),
    switchedOnAt: instant("switched_on_at").notNull(),
  },
  (table) => [check("self_check_in_key", sql`${table.key} ~ '^[A-Za-z0-9_-]{43}$'`)],
);
