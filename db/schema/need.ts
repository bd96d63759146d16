import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns.ts";
import { user } from "./person.ts";
import { registration } from "./registration.ts";

const diets = ["none", "vegetarian", "vegan", "glutenFree", "lactoseFree", "other"] as const;

/** What somebody needs on the way. Health data: it exists only while a consent does, at most 30 days after the trip. */
export const need = pgTable(
  "need",
  {
    registrationId: uuid("registration_id")
      .primaryKey()
      .references(() => registration.id),
    consentId: uuid("consent_id")
      .notNull()
      .unique()
      .references(() => needConsent.id),
    diet: text("diet", { enum: diets }).notNull().default("none"),
    allergy: text("allergy"),
    access: text("access"),
    changedAt: instant("changed_at").notNull().defaultNow(),
  },
  (table) => [
    check(
      "need_diet",
      sql`${table.diet} in ('none', 'vegetarian', 'vegan', 'glutenFree', 'lactoseFree', 'other')`,
    ),
    check(
      "need_says_something",
      sql`${table.diet} <> 'none' or ${table.allergy} is not null or ${table.access} is not null`,
    ),
  ],
);

/** That somebody agreed to needs being kept, to which words, and when it was taken back. It holds no need itself. */
export const needConsent = pgTable(
  "need_consent",
  {
    id: id(),
    registrationId: uuid("registration_id")
      .notNull()
      .references(() => registration.id),
    /** Who said yes: the person, or the coordinator who entered the delegation, with the person's word. */
    givenBy: uuid("given_by")
      .notNull()
      .references(() => user.id),
    /** The sentence that was shown, as it was. */
    wording: text("wording").notNull(),
    givenAt: instant("given_at").notNull().defaultNow(),
    withdrawnAt: instant("withdrawn_at"),
  },
  (table) => [
    index("need_consent_registration").on(table.registrationId),
    uniqueIndex("need_consent_running")
      .on(table.registrationId)
      .where(sql`${table.withdrawnAt} is null`),
  ],
);
