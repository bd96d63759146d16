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
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, email, id, instant } from "./columns.ts";
import { delegation } from "./delegation.ts";
import { organisation } from "./organisation.ts";
import { user } from "./person.ts";
import { pickup } from "./travel.ts";
import { trip } from "./trip.ts";

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
    /** Null while a place of a delegation is unnamed: it holds its seat or its place in line all the same. */
    userId: uuid("user_id").references(() => user.id),
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
    delegationId: uuid("delegation_id"),
    /** The one of a delegation who answers for it on the way. */
    isHead: boolean("is_head").notNull().default(false),
    /** Wishes neither to be photographed nor to be seen in what is published. */
    noPhotos: boolean("no_photos").notNull().default(false),
    /** Who entered the person, where it was somebody else. */
    enteredBy: uuid("entered_by").references(() => user.id),
    /** Why the person had to wait at first: full, kept, maximum, line, or a sign-off that ran out. */
    waitingReason: text("waiting_reason", {
      enum: ["full", "kept", "maximum", "line", "signOff"],
    }),
    confirmedAt: instant("confirmed_at"),
    /** Until when a seat is held that the municipality has not signed off yet. */
    signOffDueAt: instant("sign_off_due_at"),
    /** Set when nobody signed off in time: it waits, and no seat fits it before somebody does. */
    signOffLapsedAt: instant("sign_off_lapsed_at"),
    signedOffAt: instant("signed_off_at"),
    signedOffBy: uuid("signed_off_by").references(() => user.id),
    /** Set when a person and not the rule gave the seat; the reason is in `decision_reason`. */
    decidedBy: uuid("decided_by").references(() => user.id),
    decisionReason: text("decision_reason"),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnBy: uuid("withdrawn_by").references(() => user.id),
    /** Why an organiser or coordinator took the seat back; person and municipality read it. */
    withdrawalReason: text("withdrawal_reason"),
    /** The person cannot come, and the municipality is asked for somebody else until then. */
    replacementAskedUntil: instant("replacement_asked_until"),
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
      sql`${table.confirmedAt} is not null or ${table.signOffDueAt} is not null
        or ${table.waitingReason} is not null`,
    ),
    foreignKey({
      name: "registration_delegation_of_trip",
      columns: [table.tripId, table.delegationId],
      foreignColumns: [delegation.tripId, delegation.id],
    }),
    index("registration_delegation").on(table.delegationId),
    uniqueIndex("registration_one_head")
      .on(table.delegationId)
      .where(sql`${table.isHead} and ${table.withdrawnAt} is null`),
    index("registration_sign_off").on(table.signOffDueAt),
    check(
      "registration_head_of_delegation",
      sql`not ${table.isHead} or ${table.delegationId} is not null`,
    ),
    check(
      "registration_named_or_reserved",
      sql`case when ${table.userId} is not null then ${table.givenName} <> '' and ${table.email} <> ''
        else ${table.delegationId} is not null and ${table.givenName} = '' and ${table.familyName} = ''
          and ${table.email} = '' and ${table.phone} = '' end`,
    ),
    check(
      "registration_sign_off_state",
      sql`${table.signOffDueAt} is null or (${table.confirmedAt} is null and ${table.signOffLapsedAt} is null
        and ${table.signedOffAt} is null)`,
    ),
    check(
      "registration_replacement_asked_of_seat",
      sql`${table.replacementAskedUntil} is null
        or (${table.confirmedAt} is not null and ${table.withdrawnAt} is null)`,
    ),
    check(
      "registration_signed_off_by_somebody",
      sql`(${table.signedOffAt} is null) = (${table.signedOffBy} is null)`,
    ),
  ],
);

/** What a message is about: each kind has its words in worker/mail. */
const messageKinds = [
  "confirmed",
  "awaitingSignOff",
  "waiting",
  "promoted",
  "withdrawn",
  "itinerary",
  "cancelled",
  "notice",
  /** To the municipality's coordinators, or to whoever sent the delegation. */
  "signOffRequested",
  "signOffReminder",
  "delegationSent",
  "delegationSeated",
  "placesToName",
  "placesGivenBack",
  /** To somebody whom another person entered. */
  "entered",
  "signOffLapsed",
  "signOffDeclined",
  /** About somebody who cannot come: to the coordinators, and to the person. */
  "replacementAsked",
  "replacementProposed",
  "comesAfterAll",
  "withdrawalNoted",
  "replaced",
  "replacementDeclined",
  /** To the coordinators of a municipality that is invited to a trip. */
  "invitation",
  /** Of no trip: to whoever is, was or wants to be coordinator of a municipality. */
  "coordinatorInvited",
  "coordinatorApproved",
  "coordinatorRefused",
  "coordinatorRemoved",
] as const;

/** What must be told to somebody, written in the same transaction as its cause; the worker sends it. */
export const message = pgTable(
  "message",
  {
    id: id(),
    tripId: uuid("trip_id").references(() => trip.id),
    registrationId: uuid("registration_id").references(() => registration.id),
    delegationId: uuid("delegation_id").references(() => delegation.id),
    kind: text("kind", {
      enum: messageKinds,
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
    index("message_delegation").on(table.delegationId),
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
