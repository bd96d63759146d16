import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { id } from "./columns.ts";
import { registration } from "./registration.ts";
import { trip } from "./trip.ts";

/** A house in which the group stays for some nights. */
export const lodging = pgTable(
  "lodging",
  {
    id: id(),
    tripId: uuid("trip_id")
      .notNull()
      .references(() => trip.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    address: text("address"),
    /** The evening of the first night, and of the last one. */
    firstNight: date("first_night").notNull(),
    lastNight: date("last_night").notNull(),
  },
  (table) => [
    index("lodging_trip").on(table.tripId, table.firstNight),
    check("lodging_nights", sql`${table.firstNight} <= ${table.lastNight}`),
  ],
);

/** A room of a lodging: a single has one bed, a twin two. */
export const room = pgTable(
  "room",
  {
    id: id(),
    lodgingId: uuid("lodging_id")
      .notNull()
      .references(() => lodging.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    kind: text("kind", { enum: ["single", "twin"] }).notNull(),
  },
  (table) => [
    unique("room_name").on(table.lodgingId, table.name),
    unique("room_of_lodging").on(table.lodgingId, table.id),
    check("room_kind", sql`${table.kind} in ('single', 'twin')`),
  ],
);

/** Who sleeps in a bed. A trigger refuses a third person in a twin; a person has one bed a lodging. */
export const bed = pgTable(
  "bed",
  {
    lodgingId: uuid("lodging_id").notNull(),
    roomId: uuid("room_id").notNull(),
    registrationId: uuid("registration_id")
      .notNull()
      .references(() => registration.id),
  },
  (table) => [
    primaryKey({ columns: [table.lodgingId, table.registrationId] }),
    index("bed_room").on(table.roomId),
    foreignKey({
      name: "bed_room_of_lodging",
      columns: [table.lodgingId, table.roomId],
      foreignColumns: [room.lodgingId, room.id],
    }).onDelete("cascade"),
  ],
);

/** How a person would like to sleep. Logistics: it goes 30 days after the trip. */
export const roomWish = pgTable(
  "room_wish",
  {
    registrationId: uuid("registration_id")
      .primaryKey()
      .references(() => registration.id),
    kind: text("kind", { enum: ["single", "twin"] }).notNull(),
    /** With whom, as the person wrote it. */
    mate: text("mate"),
  },
  (table) => [check("room_wish_kind", sql`${table.kind} in ('single', 'twin')`)],
);
