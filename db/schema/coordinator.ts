import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns.ts";
import { organisation } from "./organisation.ts";
import { user } from "./person.ts";
import { trip } from "./trip.ts";

/** Somebody who asks to be the coordinator of a municipality; an organiser or administrator decides. */
export const coordinatorRequest = pgTable(
  "coordinator_request",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    /** The person's own words: who they are in the municipality. */
    note: text("note").notNull(),
    askedAt: instant("asked_at").notNull().defaultNow(),
    decidedBy: uuid("decided_by").references(() => user.id),
    grantedAt: instant("granted_at"),
    refusedAt: instant("refused_at"),
    /** Why it was refused; the person reads it. */
    refusalReason: text("refusal_reason"),
  },
  (table) => [
    uniqueIndex("coordinator_request_open_once")
      .on(table.userId, table.organisationId)
      .where(sql`${table.grantedAt} is null and ${table.refusedAt} is null`),
    index("coordinator_request_organisation").on(table.organisationId),
    check(
      "coordinator_request_decided",
      sql`(${table.decidedBy} is not null) = (${table.grantedAt} is not null or ${table.refusedAt} is not null)
        and not (${table.grantedAt} is not null and ${table.refusedAt} is not null)`,
    ),
    check(
      "coordinator_request_refused_with_reason",
      sql`(${table.refusedAt} is not null) = (${table.refusalReason} is not null)`,
    ),
  ],
);

/** A link by which one municipality finds a trip that is listed nowhere. Only the token's hash is kept. */
export const invitation = pgTable(
  "invitation",
  {
    id: id(),
    tripId: uuid("trip_id")
      .notNull()
      .references(() => trip.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    tokenHash: text("token_hash").notNull().unique(),
    invitedBy: uuid("invited_by")
      .notNull()
      .references(() => user.id),
    createdAt: createdAt(),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    uniqueIndex("invitation_once")
      .on(table.tripId, table.organisationId)
      .where(sql`${table.revokedAt} is null`),
  ],
);
