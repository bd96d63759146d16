import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, email, id, instant } from "./columns.ts";
import { organisation } from "./organisation.ts";

export const role = pgEnum("role", ["organiser", "crew", "coordinator", "admin"]);

/** A person who signs in, with the profile that prefills forms. Property names are the auth adapter's. */
export const user = pgTable(
  "user",
  {
    id: id(),
    email: email("email").notNull().unique(),
    emailVerified: instant("email_verified"),
    name: text("name"),
    image: text("image"),
    givenName: text("given_name"),
    familyName: text("family_name"),
    phone: text("phone"),
    organisationId: uuid("organisation_id").references(() => organisation.id),
    institution: text("institution"),
    position: text("position"),
    locale: text("locale", { enum: ["lv", "en", "lt"] })
      .notNull()
      .default("lv"),
    /** What the address of the own calendar is made of: another key makes another address. */
    calendarKey: uuid("calendar_key").notNull().defaultRandom().unique(),
    disabledAt: instant("disabled_at"),
    /**
     * Of a stand-in: the address by which the file of a trip calls somebody who did something elsewhere. It signs in
     * nowhere, has an address of its own that reaches nobody, and is no account of whoever has that address here.
     */
    importedAs: text("imported_as"),
    createdAt: createdAt(),
  },
  (table) => [
    check(
      "user_imported_signs_in_nowhere",
      sql`${table.importedAs} is null
        or (${table.disabledAt} is not null and ${table.email} like '%@trip-file.invalid')`,
    ),
  ],
);

/** A role in an organisation; only `admin` belongs to the whole installation. */
export const membership = pgTable(
  "membership",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id").references(() => organisation.id),
    role: role("role").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("membership_once").on(table.userId, table.organisationId, table.role),
    check(
      "membership_admin_has_no_organisation",
      sql`(${table.role} = 'admin') = (${table.organisationId} is null)`,
    ),
  ],
);

/**
 * A role that somebody had, written by the database whenever one is taken away, so that what a leader recorded
 * before can still arrive. No foreign keys: it outlives what it speaks of.
 */
export const endedMembership = pgTable(
  "ended_membership",
  {
    id: id(),
    userId: uuid("user_id").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    role: role("role").notNull(),
    beganAt: instant("began_at").notNull(),
    endedAt: instant("ended_at").notNull().defaultNow(),
  },
  (table) => [index("ended_membership_user").on(table.userId, table.organisationId)],
);

export const account = pgTable(
  "account",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    type: text("type").notNull(),
    provider: text("provider").notNull(),
    providerAccountId: text("provider_account_id").notNull(),
    refresh_token: text("refresh_token"),
    access_token: text("access_token"),
    expires_at: integer("expires_at"),
    token_type: text("token_type"),
    scope: text("scope"),
    id_token: text("id_token"),
    session_state: text("session_state"),
  },
  (table) => [primaryKey({ columns: [table.provider, table.providerAccountId] })],
);

/** `session_token` holds a hash: the database alone lets nobody in. */
export const session = pgTable(
  "session",
  {
    sessionToken: text("session_token").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    expires: instant("expires").notNull(),
  },
  (table) => [index("session_user").on(table.userId)],
);

export const verificationToken = pgTable(
  "verification_token",
  {
    identifier: text("identifier").notNull(),
    token: text("token").notNull(),
    expires: instant("expires").notNull(),
  },
  (table) => [primaryKey({ columns: [table.identifier, table.token] })],
);

/** One request for a sign-in code. Code and link are kept as keyed hashes only. */
export const loginChallenge = pgTable(
  "login_challenge",
  {
    id: id(),
    email: email("email").notNull(),
    codeHash: text("code_hash").notNull(),
    linkHash: text("link_hash").notNull().unique(),
    triesLeft: integer("tries_left").notNull().default(5),
    callbackUrl: text("callback_url").notNull(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: createdAt(),
  },
  (table) => [check("login_challenge_tries", sql`${table.triesLeft} between 0 and 5`)],
);

/** Hits per key and window, for limits that hold across processes. */
export const rateLimit = pgTable(
  "rate_limit",
  {
    key: text("key").notNull(),
    windowStart: instant("window_start").notNull(),
    hits: integer("hits").notNull(),
  },
  (table) => [primaryKey({ columns: [table.key, table.windowStart] })],
);
