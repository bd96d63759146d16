import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns.ts";
import { organisation, place } from "./organisation.ts";
import { trip } from "./trip.ts";

/** A bus or van of a trip. */
export const vehicle = pgTable(
  "vehicle",
  {
    id: id(),
    tripId: uuid("trip_id")
      .notNull()
      .references(() => trip.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** For passengers. A trigger refuses one passenger too many. */
    seats: integer("seats").notNull(),
    driverName: text("driver_name"),
    driverPhone: text("driver_phone"),
  },
  (table) => [
    unique("vehicle_name").on(table.tripId, table.name),
    unique("vehicle_of_trip").on(table.tripId, table.id),
    check("vehicle_seats", sql`${table.seats} between 1 and 200`),
  ],
);

/** Where a vehicle stops to take people on. */
export const pickup = pgTable(
  "pickup",
  {
    id: id(),
    tripId: uuid("trip_id")
      .notNull()
      .references(() => trip.id, { onDelete: "cascade" }),
    vehicleId: uuid("vehicle_id")
      .notNull()
      .references(() => vehicle.id),
    placeId: uuid("place_id").references(() => place.id),
    /** Where exactly: "pie novada domes, Rīgas iela 51". */
    spot: text("spot").notNull(),
    departsAt: instant("departs_at").notNull(),
    /** The municipality whose people it is for; everybody's where none. */
    organisationId: uuid("organisation_id").references(() => organisation.id),
  },
  (table) => [
    index("pickup_trip").on(table.tripId, table.departsAt),
    unique("pickup_of_trip").on(table.tripId, table.id),
  ],
);
