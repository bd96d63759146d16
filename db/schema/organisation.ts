import { sql } from "drizzle-orm";
import {
  check,
  date,
  doublePrecision,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, localized } from "./columns.ts";

export const organisationKind = pgEnum("organisation_kind", [
  "municipality",
  "planning_region",
  "host",
  "other",
]);

/** A town or village that trips start from or visit. */
export const place = pgTable("place", {
  id: id(),
  name: text("name").notNull().unique(),
  region: text("region").notNull(),
  country: text("country", { enum: ["LV", "LT"] }).notNull(),
  latitude: doublePrecision("latitude").notNull(),
  longitude: doublePrecision("longitude").notNull(),
});

/** A municipality keeps the name it had: a reform ends one row and begins another. */
export const organisation = pgTable(
  "organisation",
  {
    id: id(),
    kind: organisationKind("kind").notNull(),
    name: text("name").notNull(),
    nameEn: text("name_en"),
    country: text("country", { enum: ["LV", "LT"] }).notNull(),
    /** ATVK or Lithuanian municipality code: text, leading zeros count. */
    code: text("code"),
    type: text("type"),
    region: text("region"),
    /** The authority itself, as it stands on papers: "Līvānu novada pašvaldība". */
    institution: text("institution"),
    placeId: uuid("place_id").references(() => place.id),
    /** The largest group that it takes at once. */
    groupLimit: integer("group_limit"),
    validFrom: date("valid_from"),
    validTo: date("valid_to"),
    /** What became of it, in words, where successors alone do not say. */
    note: localized("note"),
  },
  (table) => [
    uniqueIndex("organisation_code").on(table.country, table.code),
    uniqueIndex("organisation_other_name")
      .on(sql`lower(${table.name})`)
      .where(sql`${table.kind} = 'other'`),
    index("organisation_kind_name").on(table.kind, table.name),
    check("organisation_group_limit", sql`${table.groupLimit} > 0`),
    check(
      "organisation_validity",
      sql`${table.validTo} is null or ${table.validFrom} is null or ${table.validFrom} <= ${table.validTo}`,
    ),
  ],
);

export const organisationSuccessor = pgTable(
  "organisation_successor",
  {
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    successorId: uuid("successor_id")
      .notNull()
      .references(() => organisation.id),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.successorId] })],
);

/** A name that an organisation had until a day; what happened then shows it. The present one is its own. */
export const organisationFormerName = pgTable(
  "organisation_former_name",
  {
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    nameEn: text("name_en"),
    /** The last day on which it was the name. */
    validTo: date("valid_to").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.validTo] }),
    check("organisation_former_name_said", sql`${table.name} <> ''`),
  ],
);

/** An address at this domain belongs to a person of that organisation. */
export const organisationDomain = pgTable(
  "organisation_domain",
  {
    domain: text("domain").primaryKey(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
  },
  (table) => [check("organisation_domain_lower", sql`${table.domain} = lower(${table.domain})`)],
);

/** Who speaks at a visit. The name is public only with a recorded basis. */
export const speaker = pgTable(
  "speaker",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    givenName: text("given_name").notNull(),
    familyName: text("family_name").notNull(),
    role: localized("role").notNull(),
    publicationBasis: text("publication_basis"),
  },
  (table) => [
    index("speaker_organisation").on(table.organisationId),
    check("speaker_role_lv", sql`${table.role} ? 'lv'`),
  ],
);
