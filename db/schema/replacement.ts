import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { email, id, instant } from "./columns.ts";
import { user } from "./person.ts";
import { registration } from "./registration.ts";

/** Whom a registered person proposes for the own place. It is gone as soon as it is answered or taken back. */
export const proposal = pgTable("proposal", {
  id: id(),
  registrationId: uuid("registration_id")
    .notNull()
    .unique()
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
});

/** Who had a place before whoever has it now: the place keeps its history. Only ever added. */
export const replacement = pgTable(
  "replacement",
  {
    id: id(),
    registrationId: uuid("registration_id")
      .notNull()
      .references(() => registration.id),
    formerUserId: uuid("former_user_id")
      .notNull()
      .references(() => user.id),
    formerName: text("former_name").notNull(),
    successorName: text("successor_name").notNull(),
    replacedBy: uuid("replaced_by")
      .notNull()
      .references(() => user.id),
    replacedAt: instant("replaced_at").notNull().defaultNow(),
  },
  (table) => [index("replacement_registration").on(table.registrationId)],
);
