import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, localized } from "./columns.ts";
import { organisation, place } from "./organisation.ts";

/** What pays, and the words that must stand beside it. */
export const project = pgTable(
  "project",
  {
    id: id(),
    number: text("number").notNull().unique(),
    shortName: text("short_name").notNull(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    name: localized("name").notNull(),
    programme: localized("programme").notNull(),
    period: text("period", { enum: ["2014-2020", "2021-2027"] }).notNull(),
    fundingStatement: localized("funding_statement").notNull(),
    disclaimer: localized("disclaimer").notNull(),
  },
  (table) => [
    check(
      "project_texts_lv",
      sql`${table.name} ? 'lv' and ${table.programme} ? 'lv' and ${table.fundingStatement} ? 'lv' and ${table.disclaimer} ? 'lv'`,
    ),
  ],
);

export const trip = pgTable(
  "trip",
  {
    id: id(),
    slug: text("slug").notNull().unique(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    projectId: uuid("project_id").references(() => project.id),
    title: localized("title").notNull(),
    aim: localized("aim").notNull(),
    /** Who pays what, in words. */
    costs: localized("costs"),
    /** Whom participants and their employers may ask. */
    contactName: text("contact_name"),
    contactPhone: text("contact_phone"),
    topics: text("topics").array().notNull().default(sql`'{}'`),
    /** Languages in which the trip is held. */
    languages: text("languages").array().notNull().default(sql`'{lv}'`),
    /** Kilometres an hour as the crow flies, by which transfers are judged. */
    travelSpeed: integer("travel_speed").notNull().default(60),
    /** Grows with every change of the draft itinerary. */
    draftRevision: integer("draft_revision").notNull().default(0),
    registrationOpensAt: instant("registration_opens_at").notNull(),
    registrationDeadline: instant("registration_deadline").notNull(),
    /** The source names no clock times: pages and papers mark them as illustrative. */
    timesIllustrative: boolean("times_illustrative").notNull().default(false),
    /** Listed nowhere: found by the link of an invitation, and by those who take part. */
    invitationOnly: boolean("invitation_only").notNull().default(false),
    /** So many days after the trip diet, allergies and access needs are deleted; 30 at most. */
    needsKeptDays: integer("needs_kept_days").notNull().default(30),
    publishedAt: instant("published_at"),
    cancelledAt: instant("cancelled_at"),
    cancelReason: localized("cancel_reason"),
    completedAt: instant("completed_at"),
    /** Of one that came as a file: by whom, for whom and with which form it was sent, so that sending twice is sending once. */
    importKey: text("import_key").unique(),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [
    index("trip_organisation").on(table.organisationId),
    check("trip_needs_kept_days", sql`${table.needsKeptDays} between 0 and 30`),
    check("trip_slug_shape", sql`${table.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check("trip_texts_lv", sql`${table.title} ? 'lv' and ${table.aim} ? 'lv'`),
    check(
      "trip_registration_window",
      sql`${table.registrationOpensAt} < ${table.registrationDeadline}`,
    ),
    check("trip_languages", sql`${table.languages} <@ array['lv', 'en', 'lt', 'ru', 'de']`),
    check("trip_travel_speed", sql`${table.travelSpeed} between 10 and 130`),
    check(
      "trip_cancelled_with_reason",
      sql`(${table.cancelledAt} is null) = (${table.cancelReason} is null)`,
    ),
  ],
);

export const tripDay = pgTable(
  "trip_day",
  {
    id: id(),
    tripId: uuid("trip_id")
      .notNull()
      .references(() => trip.id, { onDelete: "cascade" }),
    date: date("date").notNull(),
  },
  (table) => [unique("trip_day_once").on(table.tripId, table.date)],
);

/** The route in order: where people get on, and where the trip goes. */
export const tripPlace = pgTable(
  "trip_place",
  {
    tripId: uuid("trip_id")
      .notNull()
      .references(() => trip.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    placeId: uuid("place_id")
      .notNull()
      .references(() => place.id),
    kind: text("kind", { enum: ["pickup", "visit"] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.tripId, table.position] })],
);

/**
 * The one row that everybody who wants a seat queues at. Counters are derived facts kept beside the rule's
 * constants, so that the database itself refuses one seat too many (docs/seats.md, rule 9).
 * `held` = Σ max(0, guaranteed − taken) over quotas, 0 once `released_at` is set.
 */
export const tripSeat = pgTable(
  "trip_seat",
  {
    tripId: uuid("trip_id")
      .primaryKey()
      .references(() => trip.id, { onDelete: "cascade" }),
    capacity: integer("capacity").notNull(),
    allocationOrder: text("allocation_order", { enum: ["first-come", "spread"] })
      .notNull()
      .default("first-come"),
    releaseAt: instant("release_at"),
    releasedAt: instant("released_at"),
    promotionEndsAt: instant("promotion_ends_at").notNull(),
    /** Until when places may stay unnamed and people may be replaced. */
    namesFrozenAt: instant("names_frozen_at").notNull(),
    /** When the places that were still unnamed then were given back. */
    namesFreedAt: instant("names_freed_at"),
    /** An employee's own registration needs the coordinator's yes within so many hours; null: it needs none. */
    signOffHours: integer("sign_off_hours"),
    guaranteed: integer("guaranteed").notNull().default(0),
    taken: integer("taken").notNull().default(0),
    held: integer("held").notNull().default(0),
    waiting: integer("waiting").notNull().default(0),
  },
  (table) => [
    check("trip_seat_capacity", sql`${table.capacity} between 1 and 2000`),
    check(
      "trip_seat_counts",
      sql`${table.taken} >= 0 and ${table.held} >= 0 and ${table.waiting} >= 0`,
    ),
    check("trip_seat_never_over", sql`${table.taken} + ${table.held} <= ${table.capacity}`),
    check("trip_seat_guaranteed_fits", sql`${table.guaranteed} between 0 and ${table.capacity}`),
    check("trip_seat_sign_off_hours", sql`${table.signOffHours} between 1 and 336`),
    check("trip_seat_released", sql`${table.releasedAt} is null or ${table.held} = 0`),
  ],
);

/** Seats of one organisation on a trip: what is kept for it, its ceiling, and what it has. */
export const quota = pgTable(
  "quota",
  {
    tripId: uuid("trip_id")
      .notNull()
      .references(() => trip.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    guaranteed: integer("guaranteed").notNull().default(0),
    maximum: integer("maximum"),
    taken: integer("taken").notNull().default(0),
    waiting: integer("waiting").notNull().default(0),
    /** The fewest seats that any of its people in line would take; null where nobody waits whom a seat could fit. */
    least: integer("least"),
  },
  (table) => [
    primaryKey({ columns: [table.tripId, table.organisationId] }),
    check(
      "quota_counts",
      sql`${table.guaranteed} >= 0 and ${table.taken} >= 0 and ${table.waiting} >= 0`,
    ),
    check(
      "quota_least",
      sql`${table.least} is null or (${table.least} >= 1 and ${table.waiting} >= ${table.least})`,
    ),
    check(
      "quota_maximum",
      sql`${table.maximum} is null or (${table.maximum} >= 0 and ${table.guaranteed} <= ${table.maximum})`,
    ),
  ],
);
