import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, id, instant } from "./columns.ts";
import { user } from "./person.ts";
import { registration } from "./registration.ts";
import { tripDay } from "./trip.ts";

/**
 * The signature sheet of a day as it came back signed: evidence, only ever added and never deleted. Pictures are kept
 * without what a camera writes beside them.
 */
export const signedSheet = pgTable(
  "signed_sheet",
  {
    id: id(),
    tripDayId: uuid("trip_day_id")
      .notNull()
      .references(() => tripDay.id),
    name: text("name").notNull(),
    /** By its content, not by its name. */
    type: text("type", { enum: ["application/pdf", "image/jpeg", "image/png"] }).notNull(),
    bytes: integer("bytes").notNull(),
    /** Of the content as it is kept, in hexadecimal. */
    sha256: text("sha256").notNull(),
    content: bytea("content").notNull(),
    addedBy: uuid("added_by")
      .notNull()
      .references(() => user.id),
    addedAt: instant("added_at").notNull().defaultNow(),
  },
  (table) => [
    unique("signed_sheet_once").on(table.tripDayId, table.sha256),
    check(
      "signed_sheet_type",
      sql`${table.type} in ('application/pdf', 'image/jpeg', 'image/png')`,
    ),
    check(
      "signed_sheet_bytes",
      sql`${table.bytes} between 1 and 20971520 and octet_length(${table.content}) = ${table.bytes}`,
    ),
    check("signed_sheet_sha256", sql`${table.sha256} = encode(sha256(${table.content}), 'hex')`),
  ],
);

/** Whether a person's signature stands on the sheet of a day, as somebody read it. Only ever added; the last counts. */
export const signature = pgTable(
  "signature",
  {
    id: id(),
    tripDayId: uuid("trip_day_id")
      .notNull()
      .references(() => tripDay.id),
    registrationId: uuid("registration_id")
      .notNull()
      .references(() => registration.id),
    signed: boolean("signed").notNull(),
    /** Why sheet and mark may differ, in a sentence. */
    explanation: text("explanation"),
    readBy: uuid("read_by")
      .notNull()
      .references(() => user.id),
    readAt: instant("read_at").notNull().defaultNow(),
    sequence: bigint("sequence", { mode: "number" }).generatedAlwaysAsIdentity(),
  },
  (table) => [
    unique("signature_sequence").on(table.sequence),
    index("signature_day").on(table.tripDayId, table.registrationId),
    check("signature_explanation", sql`${table.explanation} <> ''`),
  ],
);

/** A time during which a day is locked and takes no marks: without an end while it lasts. */
export const dayLock = pgTable(
  "day_lock",
  {
    id: id(),
    tripDayId: uuid("trip_day_id")
      .notNull()
      .references(() => tripDay.id),
    lockedAt: instant("locked_at").notNull().defaultNow(),
    lockedBy: uuid("locked_by")
      .notNull()
      .references(() => user.id),
    /** How many were present when it was locked, of how many. */
    present: integer("present").notNull(),
    people: integer("people").notNull(),
    reopenedAt: instant("reopened_at"),
    reopenedBy: uuid("reopened_by").references(() => user.id),
    reopenReason: text("reopen_reason"),
  },
  (table) => [
    uniqueIndex("day_lock_open").on(table.tripDayId).where(sql`${table.reopenedAt} is null`),
    index("day_lock_day").on(table.tripDayId, table.lockedAt),
    check("day_lock_people", sql`${table.present} between 0 and ${table.people}`),
    check(
      "day_lock_reopened_for_a_reason",
      sql`(${table.reopenedAt} is null) = (${table.reopenedBy} is null)
        and (${table.reopenedAt} is null) = (${table.reopenReason} is null)
        and ${table.reopenReason} <> ''`,
    ),
  ],
);
