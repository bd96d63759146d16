import { customType, jsonb, timestamp, uuid } from "drizzle-orm/pg-core";

/** A text in the product's languages. Latvian is always there; a missing one falls back to it. */
export type LocalizedText = { lv: string; en?: string; lt?: string };

/** A primary key that the database makes. */
export const id = () => uuid("id").primaryKey().defaultRandom();

/** A moment, never a wall-clock time. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Bytes of a file. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

export const createdAt = () => instant("created_at").notNull().defaultNow();

/** Text per language; its table adds a check that `lv` is present. */
export const localized = (name: string) => jsonb(name).$type<LocalizedText>();

/** E-mail addresses are compared without regard to case by storing them in lower case. */
export const email = customType<{ data: string; driverData: string }>({
  dataType: () => "text",
  toDriver: (value) => value.toLowerCase(),
});
