import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant } from "./columns.ts";
import { organisation } from "./organisation.ts";
import { user } from "./person.ts";
import { tripDay } from "./trip.ts";

/** Who wrote an entry down, on which device, and when. */
const hand = () => ({
  recordedBy: uuid("recorded_by")
    .notNull()
    .references(() => user.id),
  device: text("device").notNull(),
  deviceAt: instant("device_at").notNull(),
  /** Whoever wrote it down led the trip then, and no longer when it arrived. */
  revoked: boolean("revoked").notNull().default(false),
  receivedAt: instant("received_at").notNull().defaultNow(),
});

/**
 * Somebody who came along on a day without a registration: evidence, and never a seat. Only ever added; whoever has a
 * removal was not there (docs/decisions/walk-ins.md).
 */
export const walkIn = pgTable(
  "walk_in",
  {
    /** Made by the client, so that sending twice is sending once. */
    id: uuid("id").primaryKey(),
    tripDayId: uuid("trip_day_id")
      .notNull()
      .references(() => tripDay.id),
    givenName: text("given_name").notNull(),
    familyName: text("family_name").notNull(),
    /** A municipality of the register, or what was written instead. */
    organisationId: uuid("organisation_id").references(() => organisation.id),
    institution: text("institution"),
    ...hand(),
  },
  (table) => [
    index("walk_in_day").on(table.tripDayId),
    unique("walk_in_of_day").on(table.tripDayId, table.id),
    check("walk_in_named", sql`${table.givenName} <> '' and ${table.familyName} <> ''`),
    check(
      "walk_in_from_somewhere",
      sql`(${table.organisationId} is null) <> (${table.institution} is null) and ${table.institution} <> ''`,
    ),
  ],
);

/** Says of a walk-in that it was none. It may arrive before what it removes, so no foreign key holds the two together. */
export const walkInRemoval = pgTable(
  "walk_in_removal",
  {
    /** Made by the client too. */
    id: uuid("id").primaryKey(),
    /** The day of the walk-in: a removal on any other day removes nothing. */
    tripDayId: uuid("trip_day_id")
      .notNull()
      .references(() => tripDay.id),
    walkInId: uuid("walk_in_id").notNull(),
    reason: text("reason").notNull(),
    ...hand(),
  },
  (table) => [
    index("walk_in_removal_walk_in").on(table.walkInId, table.tripDayId),
    check("walk_in_removal_reason", sql`${table.reason} <> ''`),
  ],
);

/** Whether a walk-in's signature stands in a blank row of the sheet, as somebody read it. Only ever added; the last counts. */
export const walkInSignature = pgTable(
  "walk_in_signature",
  {
    id: id(),
    tripDayId: uuid("trip_day_id").notNull(),
    walkInId: uuid("walk_in_id").notNull(),
    signed: boolean("signed").notNull(),
    /** Why somebody counts who did not sign, in a sentence. */
    explanation: text("explanation"),
    readBy: uuid("read_by")
      .notNull()
      .references(() => user.id),
    readAt: instant("read_at").notNull().defaultNow(),
    sequence: bigint("sequence", { mode: "number" }).generatedAlwaysAsIdentity(),
  },
  (table) => [
    foreignKey({
      name: "walk_in_signature_of_day",
      columns: [table.tripDayId, table.walkInId],
      foreignColumns: [walkIn.tripDayId, walkIn.id],
    }),
    unique("walk_in_signature_sequence").on(table.sequence),
    index("walk_in_signature_walk_in").on(table.walkInId),
    check("walk_in_signature_explanation", sql`${table.explanation} <> ''`),
  ],
);
