import { sql } from "drizzle-orm";
import {
  check,
  doublePrecision,
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
    /** The house itself, where the host's name does not say it: "Mazā zāle". */
    venue: text("venue"),
    address: text("address"),
    /** Of the venue, in degrees; those of the place where it has none. */
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    /** In which it is held; those of the trip where empty. */
    languages: text("languages").array().notNull().default(sql`'{}'`),
    /** Who interprets, from what into what, in words. */
    interpretation: text("interpretation"),
    /** Who of the organisers sees to it. */
    responsible: text("responsible"),
    /** Never published. */
    internalNote: text("internal_note"),
    /** Grows with every change, so that two who edit at once notice. */
    revision: integer("revision").notNull().default(1),
  },
  (table) => [
    index("agenda_item_day").on(table.tripDayId, table.startsAt),
    index("agenda_item_host").on(table.hostId),
    check(
      "agenda_item_coordinates",
      sql`(${table.latitude} is null) = (${table.longitude} is null)`,
    ),
    check("agenda_item_languages", sql`${table.languages} <@ array['lv', 'en', 'lt', 'ru', 'de']`),
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

/**
 * One change of a draft, only ever added: the items that it touched, before and after. By it a change is
 * undone, and who edits at the same time is told what the other did.
 */
export const agendaChange = pgTable(
  "agenda_change",
  {
    id: id(),
    tripId: uuid("trip_id")
      .notNull()
      .references(() => trip.id),
    /** The draft's revision that it made. */
    revision: integer("revision").notNull(),
    kind: text("kind", {
      enum: ["add", "edit", "remove", "move", "shift", "duplicate", "copy", "undo"],
    }).notNull(),
    /** `ItemState[]` each; an item that is in one alone was added or removed. */
    before: jsonb("before").notNull(),
    after: jsonb("after").notNull(),
    /** The revision that it takes back. */
    undoes: integer("undoes"),
    changedBy: uuid("changed_by")
      .notNull()
      .references(() => user.id),
    changedAt: instant("changed_at").notNull().defaultNow(),
  },
  (table) => [
    unique("agenda_change_revision").on(table.tripId, table.revision),
    unique("agenda_change_undone_once").on(table.tripId, table.undoes),
    check("agenda_change_undo", sql`(${table.kind} = 'undo') = (${table.undoes} is not null)`),
  ],
);

/** A warning that somebody has read and found bearable, with why. It holds for exactly these facts. */
export const acceptedWarning = pgTable(
  "accepted_warning",
  {
    tripId: uuid("trip_id")
      .notNull()
      .references(() => trip.id, { onDelete: "cascade" }),
    /** Kind, items and facts of the warning: another time is another warning. */
    fingerprint: text("fingerprint").notNull(),
    note: text("note").notNull(),
    acceptedBy: uuid("accepted_by")
      .notNull()
      .references(() => user.id),
    acceptedAt: instant("accepted_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.tripId, table.fingerprint] }),
    check("accepted_warning_note", sql`${table.note} <> ''`),
  ],
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
