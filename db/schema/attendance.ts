import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { user } from "./person.ts";
import { registration } from "./registration.ts";
import { tripDay } from "./trip.ts";

/**
 * One mark: only ever added. The present state of a person is derived from all marks
 * (docs/decisions/marks-converge.md), of the day itself where neither item nor pick-up is named.
 */
export const attendance = pgTable(
  "attendance",
  {
    /** Made by the client, so that sending twice is sending once. */
    id: uuid("id").primaryKey(),
    tripDayId: uuid("trip_day_id")
      .notNull()
      .references(() => tripDay.id),
    registrationId: uuid("registration_id")
      .notNull()
      .references(() => registration.id),
    /** Of the draft or of any published version: an item may be gone from the draft, its marks stay. */
    agendaItemId: uuid("agenda_item_id"),
    /** No foreign key either: a pick-up is forgotten with the logistics, a mark is evidence. */
    pickupId: uuid("pickup_id"),
    present: boolean("present").notNull(),
    /** Ids of the marks that were in view when this one was made: it stands in their place. */
    overrules: uuid("overrules").array().notNull().default(sql`'{}'`),
    /** Why, where it corrects what was recorded. */
    reason: text("reason"),
    recordedBy: uuid("recorded_by")
      .notNull()
      .references(() => user.id),
    device: text("device").notNull(),
    /** The device's own count of its marks; null where the page of a server made it. */
    deviceNumber: bigint("device_number", { mode: "number" }),
    deviceAt: instant("device_at").notNull(),
    /** Whoever made it led the trip then, and no longer when it arrived. */
    revoked: boolean("revoked").notNull().default(false),
    /** Of the person alone, by the code that a leader showed: always that somebody is there, and once in a place. */
    byAttendee: boolean("by_attendee").notNull().default(false),
    /** Order of arrival: for reading, never for deciding. */
    sequence: bigint("sequence", { mode: "number" }).generatedAlwaysAsIdentity(),
    receivedAt: instant("received_at").notNull().defaultNow(),
  },
  (table) => [
    unique("attendance_sequence").on(table.sequence),
    index("attendance_day").on(table.tripDayId, table.registrationId),
    check("attendance_reason", sql`${table.reason} <> ''`),
    index("attendance_registration").on(table.registrationId),
    check("attendance_one_place", sql`${table.agendaItemId} is null or ${table.pickupId} is null`),
    check("attendance_overrules", sql`cardinality(${table.overrules}) <= 500`),
    check(
      "attendance_by_attendee",
      sql`not ${table.byAttendee} or (${table.present} and not ${table.revoked}
        and ${table.overrules} = '{}' and ${table.deviceNumber} is null)`,
    ),
    check("attendance_device_number", sql`${table.deviceNumber} > 0`),
  ],
);
