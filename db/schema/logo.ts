import { sql } from "drizzle-orm";
import { check, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytea, id, instant, localized } from "./columns.ts";
import { project } from "./trip.ts";

/**
 * A logo that stands beside the emblem of its project, as a PNG on white. The database reads its size from the picture
 * itself. Places in line are unique too, at the end of each statement (0010).
 */
export const projectLogo = pgTable(
  "project_logo",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => project.id, { onDelete: "cascade" }),
    /** From 1; the first stands next to the emblem. */
    position: integer("position").notNull(),
    /** Whose logo it is, for whoever does not see it. */
    name: localized("name").notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    bytes: integer("bytes").notNull(),
    /** Of the content, in hexadecimal: its address. */
    sha256: text("sha256").notNull(),
    content: bytea("content").notNull(),
    addedAt: instant("added_at").notNull().defaultNow(),
  },
  (table) => [
    unique("project_logo_once").on(table.projectId, table.sha256),
    check("project_logo_position", sql`${table.position} between 1 and 6`),
    check("project_logo_name", sql`coalesce(${table.name}->>'lv', '') <> ''`),
    check(
      "project_logo_size",
      sql`${table.width} between 1 and 900 and ${table.height} between 1 and 600
        and (${table.width} >= 180 or ${table.height} >= 120)
        and ${table.width} <= 6 * ${table.height} and ${table.height} <= 6 * ${table.width}`,
    ),
    check(
      "project_logo_png",
      sql`substring(${table.content} from 1 for 8) = '\\x89504e470d0a1a0a'::bytea
        and substring(${table.content} from 17 for 8) = int4send(${table.width}) || int4send(${table.height})`,
    ),
    check(
      "project_logo_bytes",
      sql`${table.bytes} between 1 and 2097152 and octet_length(${table.content}) = ${table.bytes}`,
    ),
    check("project_logo_sha256", sql`${table.sha256} = encode(sha256(${table.content}), 'hex')`),
  ],
);
