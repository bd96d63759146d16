import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, email, id, instant } from "./columns.ts";
import { organisation } from "./organisation.ts";
import { user } from "./person.ts";
import { pickup } from "./travel.ts";
import { trip, tripDay } from "./trip.ts";

/**
 * A person on a trip. The state is read off the dates: withdrawn, else confirmed, else waiting.
 * Contact data is a copy as given for this trip, so that the profile may change without rewriting a list.
 */
export const registration = pgTable(
  "registration",
  {
    id: id(),
    tripId: uuid("trip_id")
      .notNull()
      .references(() => trip.id),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    givenName: text("given_name").notNull(),
    familyName: text("family_name").notNull(),
    email: email("email").notNull(),
    phone: text("phone").notNull(),
    institution: text("institution"),
    position: text("position").notNull(),
    locale: text("locale", { enum: ["lv", "en", "lt"] }).notNull(),
    /** Place in line for first-come order: grows with every registration. */
    line: bigint("line", { mode: "number" }).generatedAlwaysAsIdentity(),
    /** Why the person had to wait at first: full, kept, maximum or line. */
    waitingReason: text("waiting_reason", { enum: ["full", "kept", "maximum", "line"] }),
    confirmedAt: instant("confirmed_at"),
    /** Set when a person and not the rule gave the seat; the reason is in `decision_reason`. */
    decidedBy: uuid("decided_by").references(() => user.id),
    decisionReason: text("decision_reason"),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnBy: uuid("withdrawn_by").references(() => user.id),
    /** Where the person gets on; logistics, which goes 30 days after the trip. */
    pickupId: uuid("pickup_id"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("registration_once")
      .on(table.tripId, table.userId)
      .where(sql`${table.withdrawnAt} is null`),
    index("registration_line").on(table.tripId, table.line),
    index("registration_user").on(table.userId),
    index("registration_pickup").on(table.pickupId),
    foreignKey({
      name: "registration_pickup_of_trip",
      columns: [table.tripId, table.pickupId],
      foreignColumns: [pickup.tripId, pickup.id],
    }),
    check(
      "registration_decision_has_reason",
      sql`(${table.decidedBy} is null) = (${table.decisionReason} is null)`,
    ),
    check(
      "registration_state_explained",
      sql`${table.confirmedAt} is not null or ${table.waitingReason} is not null`,
    ),
  ],
);

/** What must be told to somebody, written in the same transaction as its cause; the worker sends it. */
export const message = pgTable(
  "message",
  {
    id: id(),
    tripId: uuid("trip_id").references(() => trip.id),
    registrationId: uuid("registration_id").references(() => registration.id),
    kind: text("kind", {
      enum: ["confirmed", "waiting", "promoted", "withdrawn", "itinerary", "cancelled", "notice"],
    }).notNull(),
    recipient: email("recipient").notNull(),
    locale: text("locale", { enum: ["lv", "en", "lt"] }).notNull(),
    facts: jsonb("facts").$type<Record<string, unknown>>().notNull().default({}),
    /** One message per cause, whatever is retried. */
    cause: text("cause").notNull().unique(),
    /** When the worker took it over as a job, which then tries until it is sent. */
    queuedAt: instant("queued_at"),
    sentAt: instant("sent_at"),
    failedAttempts: integer("failed_attempts").notNull().default(0),
    lastError: text("last_error"),
    createdAt: createdAt(),
  },
  (table) => [
    index("message_registration").on(table.registrationId),
    index("message_outbox").on(table.createdAt).where(sql`${table.queuedAt} is null`),
    index("message_trip").on(table.tripId),
  ],
);

/** Mails that a demo shows on a page instead of sending them. */
export const devMail = pgTable("dev_mail", {
  id: id(),
  recipient: text("recipient").notNull(),
  subject: text("subject").notNull(),
  text: text("text").notNull(),
  html: text("html").notNull(),
  createdAt: createdAt(),
});

/** One mark: only ever added. The present state of a person is derived from all marks. */
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
    present: boolean("present").notNull(),
    recordedBy: uuid("recorded_by")
      .notNull()
      .references(() => user.id),
    device: text("device").notNull(),
    deviceAt: instant("device_at").notNull(),
    /** Order of arrival, where two clocks agree. */
    sequence: bigint("sequence", { mode: "number" }).generatedAlwaysAsIdentity(),
    receivedAt: instant("received_at").notNull().defaultNow(),
  },
  (table) => [
    unique("attendance_sequence").on(table.sequence),
    index("attendance_day").on(table.tripDayId, table.registrationId),
  ],
);
