import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, id, instant, localized } from "./columns.ts";
import { organisation } from "./organisation.ts";
import { user } from "./person.ts";
import { registration } from "./registration.ts";
import { trip } from "./trip.ts";

/**
 * A certificate of attendance as it was issued. It never changes: where the facts do, another one replaces it.
 * Its id is what the code on it holds.
 */
export const certificate = pgTable(
  "certificate",
  {
    id: id(),
    /** With the year of issue it is the number that people read. */
    serial: bigint("serial", { mode: "number" }).generatedAlwaysAsIdentity(),
    registrationId: uuid("registration_id")
      .notNull()
      .references(() => registration.id),
    name: text("name").notNull(),
    organisation: text("organisation").notNull(),
    institution: text("institution"),
    position: text("position").notNull(),
    tripTitle: localized("trip_title").notNull(),
    /** On which the person was really present, in order. */
    days: date("days").array().notNull(),
    hours: numeric("hours", { mode: "number", precision: 5, scale: 1 }),
    issuedAt: instant("issued_at").notNull().defaultNow(),
    /** Who asked for it first: the person, a coordinator or the organiser. */
    issuedBy: uuid("issued_by")
      .notNull()
      .references(() => user.id),
    replacedAt: instant("replaced_at"),
    /** Of one that came with the file of a trip: its number there, and whose trip it was. Its serial is read by nobody. */
    importedNumber: text("imported_number"),
    importedFrom: text("imported_from"),
  },
  (table) => [
    unique("certificate_serial").on(table.serial),
    uniqueIndex("certificate_in_force")
      .on(table.registrationId)
      .where(sql`${table.replacedAt} is null`),
    check("certificate_days", sql`cardinality(${table.days}) > 0`),
    check("certificate_hours", sql`${table.hours} > 0`),
    check(
      "certificate_imported",
      sql`(${table.importedNumber} is null) = (${table.importedFrom} is null)
        and ${table.importedNumber} <> '' and ${table.importedFrom} <> ''`,
    ),
    check("certificate_title_lv", sql`${table.tripTitle} ? 'lv'`),
  ],
);

/** An organiser's own words for a paper: for one trip, or for all of the organisation's where none is named. */
export const wording = pgTable(
  "wording",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    tripId: uuid("trip_id").references(() => trip.id, { onDelete: "cascade" }),
    paper: text("paper", { enum: ["invitation", "certificate"] }).notNull(),
    /** Per language; one that is missing has the product's own words. */
    texts: jsonb("texts").$type<{ lv?: string; en?: string; lt?: string }>().notNull(),
    changedBy: uuid("changed_by")
      .notNull()
      .references(() => user.id),
    changedAt: instant("changed_at").notNull().defaultNow(),
  },
  (table) => [
    unique("wording_once").on(table.organisationId, table.tripId, table.paper).nullsNotDistinct(),
    check("wording_paper", sql`${table.paper} in ('invitation', 'certificate')`),
  ],
);

/** All letters or certificates of a trip, made by the worker; kept for a week, as one PDF and as a ZIP of single ones. */
export const paperBatch = pgTable(
  "paper_batch",
  {
    id: id(),
    tripId: uuid("trip_id")
      .notNull()
      .references(() => trip.id, { onDelete: "cascade" }),
    paper: text("paper", { enum: ["invitation", "certificate"] }).notNull(),
    locale: text("locale", { enum: ["lv", "en", "lt"] }).notNull(),
    startedBy: uuid("started_by")
      .notNull()
      .references(() => user.id),
    startedAt: instant("started_at").notNull().defaultNow(),
    /** How many papers it will be; null until they have been counted. */
    papers: integer("papers"),
    made: integer("made").notNull().default(0),
    finishedAt: instant("finished_at"),
    /** Why there is nothing: nobody to write to, or the paper could not be made. */
    refusal: text("refusal", { enum: ["nobody", "failed"] }),
    pdf: bytea("pdf"),
    zip: bytea("zip"),
  },
  (table) => [
    index("paper_batch_trip").on(table.tripId, table.startedAt),
    uniqueIndex("paper_batch_running")
      .on(table.tripId, table.paper)
      .where(sql`${table.finishedAt} is null`),
    check("paper_batch_paper", sql`${table.paper} in ('invitation', 'certificate')`),
    check("paper_batch_made", sql`${table.made} between 0 and coalesce(${table.papers}, 0)`),
    check(
      "paper_batch_finished",
      sql`(${table.finishedAt} is not null) = (${table.refusal} is not null or ${table.pdf} is not null)
        and (${table.pdf} is null) = (${table.zip} is null)`,
    ),
  ],
);

/** What there is so far of the ZIP of a batch that is being made, so that it is nowhere whole in memory. */
export const paperBatchPiece = pgTable(
  "paper_batch_piece",
  {
    batchId: uuid("batch_id")
      .notNull()
      .references(() => paperBatch.id, { onDelete: "cascade" }),
    /** From 1, without gaps. */
    number: integer("number").notNull(),
    content: bytea("content").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.batchId, table.number] }),
    check("paper_batch_piece_number", sql`${table.number} > 0`),
  ],
);
