import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, createdAt, id, instant, type LocalizedText, localized } from "./columns.ts";
import { delegation } from "./delegation.ts";
import { user } from "./person.ts";
import { registration } from "./registration.ts";
import { trip } from "./trip.ts";

/** What the organiser of a trip asks beside the basics. */
export const question = pgTable(
  "question",
  {
    id: id(),
    tripId: uuid("trip_id")
      .notNull()
      .references(() => trip.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    kind: text("kind", {
      enum: ["text", "choice", "choices", "yesNo", "number", "file"],
    }).notNull(),
    askedOf: text("asked_of", { enum: ["person", "delegation"] }).notNull(),
    label: localized("label").notNull(),
    hint: localized("hint"),
    /** Of a choice, in order; `id` stays when the words change. */
    options: jsonb("options").$type<{ id: string; label: LocalizedText }[]>().notNull().default([]),
    required: boolean("required").notNull().default(false),
    /** Asked only where that question was answered so: an option's id, `yes` or `no`. */
    conditionQuestionId: uuid("condition_question_id").references((): AnyPgColumn => question.id),
    conditionAnswer: text("condition_answer"),
    /** Answers are deleted so many days after the trip. */
    retentionDays: integer("retention_days").notNull().default(30),
    /** No longer asked; what was answered stays until its time. */
    retiredAt: instant("retired_at"),
  },
  (table) => [
    index("question_trip").on(table.tripId, table.position),
    check("question_label_lv", sql`${table.label} ? 'lv'`),
    check(
      "question_kind",
      sql`${table.kind} in ('text', 'choice', 'choices', 'yesNo', 'number', 'file')`,
    ),
    check("question_asked_of", sql`${table.askedOf} in ('person', 'delegation')`),
    check(
      "question_options",
      sql`(${table.kind} in ('choice', 'choices')) = (jsonb_array_length(${table.options}) > 0)`,
    ),
    check(
      "question_condition",
      sql`(${table.conditionQuestionId} is null) = (${table.conditionAnswer} is null)
        and ${table.conditionQuestionId} <> ${table.id}`,
    ),
    check("question_retention", sql`${table.retentionDays} between 0 and 3650`),
  ],
);

/** A file that somebody sent (docs/decisions/files-in-the-database.md). */
export const storedFile = pgTable(
  "stored_file",
  {
    id: id(),
    name: text("name").notNull(),
    /** By its content, not by its name. */
    type: text("type", { enum: ["application/pdf", "image/jpeg", "image/png"] }).notNull(),
    bytes: integer("bytes").notNull(),
    content: bytea("content").notNull(),
    storedBy: uuid("stored_by")
      .notNull()
      .references(() => user.id),
    createdAt: createdAt(),
  },
  (table) => [
    check("stored_file_type", sql`${table.type} in ('application/pdf', 'image/jpeg', 'image/png')`),
    check(
      "stored_file_bytes",
      sql`${table.bytes} between 1 and 10485760 and octet_length(${table.content}) = ${table.bytes}`,
    ),
  ],
);

/** One answer, of a person or of a delegation. */
export const answer = pgTable(
  "answer",
  {
    id: id(),
    questionId: uuid("question_id")
      .notNull()
      .references(() => question.id),
    registrationId: uuid("registration_id").references(() => registration.id),
    delegationId: uuid("delegation_id").references(() => delegation.id),
    /** A text, a number, true or false, an option's id, or several; null where it is a file. */
    value: jsonb("value").$type<string | number | boolean | string[] | null>(),
    fileId: uuid("file_id")
      .unique()
      .references(() => storedFile.id),
    answeredBy: uuid("answered_by")
      .notNull()
      .references(() => user.id),
    answeredAt: instant("answered_at").notNull().defaultNow(),
  },
  (table) => [
    unique("answer_of_person").on(table.questionId, table.registrationId),
    unique("answer_of_delegation").on(table.questionId, table.delegationId),
    index("answer_registration").on(table.registrationId),
    index("answer_delegation").on(table.delegationId),
    check(
      "answer_of_somebody",
      sql`(${table.registrationId} is null) <> (${table.delegationId} is null)`,
    ),
    check("answer_says_something", sql`(${table.value} is null) <> (${table.fileId} is null)`),
  ],
);
