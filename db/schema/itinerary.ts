import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, localized } from "./columns.ts";
import { organisation, place, speaker } from "./organisation.ts";
import { user } from "./person.ts";
import { trip, tripDay } from "./trip.ts";

export const agendaItemKind = pgEnum("agenda_item_kind", [
  "visit",
  "talk",
  "travel",
  "meal",
  "break",
  "lodging",
  "other",
]);

/** An item of the draft. What the public sees is the newest published version. */
export const agendaItem = pgTable(
  "agenda_item",
  {
    id: id(),
    tripDayId: uuid("trip_day_id")
      .notNull()
      .references(() => tripDay.id, { onDelete: "cascade" }),
    /** Order among items that begin at the same minute. */
    position: integer("position").notNull().default(0),
    kind: agendaItemKind("kind").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    title: localized("title").notNull(),
    /** What participants should know. */
    note: localized("note"),
    hostId: uuid("host_id").references(() => organisation.id),
    placeId: uuid("place_id").references(() => place.id),
  },
  (table) => [
    index("agenda_item_day").on(table.tripDayId, table.startsAt),
    check("agenda_item_order", sql`${table.startsAt} < ${table.endsAt}`),
    check("agenda_item_title_lv", sql`${table.title} ? 'lv'`),
  ],
);

export const agendaItemSpeaker = pgTable(
  "agenda_item_speaker",
  {
    agendaItemId: uuid("agenda_item_id")
      .notNull()
      .references(() => agendaItem.id, { onDelete: "cascade" }),
    speakerId: uuid("speaker_id")
      .notNull()
      .references(() => speaker.id),
    position: integer("position").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agendaItemId, table.speakerId] })],
);

/** A published itinerary: never changed, never deleted. `facts` is `ItineraryFacts`. */
export const itineraryVersion = pgTable(
  "itinerary_version",
  {
    id: id(),
    tripId: uuid("trip_id")
      .notNull()
      .references(() => trip.id),
    number: integer("number").notNull(),
    note: text("note").notNull(),
    facts: jsonb("facts").notNull(),
    publishedAt: instant("published_at").notNull().defaultNow(),
    publishedBy: uuid("published_by")
      .notNull()
      .references(() => user.id),
  },
  (table) => [
    unique("itinerary_version_number").on(table.tripId, table.number),
    check("itinerary_version_positive", sql`${table.number} > 0`),
  ],
);
