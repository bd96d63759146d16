import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { email, id, instant } from "./columns.ts";
import { user } from "./person.ts";
import { registration } from "./registration.ts";

/** Somebody else in the place of a registered person: proposed by that person, decided by the coordinator. */
export const replacement = pgTable(
  "replacement",
  {
    id: id(),
    registrationId: uuid("registration_id")
      .notNull()
      .references(() => registration.id),
    givenName: text("given_name").notNull(),
    familyName: text("family_name").notNull(),
    email: email("email").notNull(),
    phone: text("phone").notNull(),
    position: text("position").notNull(),
    proposedBy: uuid("proposed_by")
      .notNull()
      .references(() => user.id),
    proposedAt: instant("proposed_at").notNull().defaultNow(),
    decidedBy: uuid("decided_by").references(() => user.id),
    acceptedAt: instant("accepted_at"),
    declinedAt: instant("declined_at"),
    /** Who had the place before, once somebody else has it: the place keeps its history. */
    formerUserId: uuid("former_user_id").references(() => user.id),
    formerName: text("former_name"),
  },
  (table) => [
    uniqueIndex("replacement_open_once")
      .on(table.registrationId)
      .where(sql`${table.acceptedAt} is null and ${table.declinedAt} is null`),
    index("replacement_registration").on(table.registrationId),
    check(
      "replacement_decided",
      sql`(${table.decidedBy} is not null) = (${table.acceptedAt} is not null or ${table.declinedAt} is not null)
        and not (${table.acceptedAt} is not null and ${table.declinedAt} is not null)`,
    ),
    check(
      "replacement_keeps_history",
      sql`(${table.acceptedAt} is not null) = (${table.formerName} is not null)`,
    ),
  ],
);
