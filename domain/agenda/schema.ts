import * as z from "zod/mini";
import type { LocalizedWords } from "#lib/locales.ts";

/** Order as the form offers them. */
export const agendaItemKinds = [
  "visit",
  "talk",
  "travel",
  "meal",
  "break",
  "lodging",
  "other",
] as const;

export type AgendaItemKind = (typeof agendaItemKinds)[number];

/** Languages in which something can be held; words per language are in `messages/`. */
export const heldLanguages = ["lv", "en", "lt", "ru", "de"] as const;

export type HeldLanguage = (typeof heldLanguages)[number];

const words = (length: number) =>
  z.string().check(z.trim(), z.maxLength(length, { error: "itinerary.error.tooLong" }));

const required = (length: number, error: string) => words(length).check(z.minLength(1, { error }));

const optional = (length: number) => z.exactOptional(z.nullable(words(length)));

const clock = (error: string) => z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error }));

const localized = (length: number, error: string) =>
  z.object({
    lv: required(length, error),
    en: z.exactOptional(words(length)),
    lt: z.exactOptional(words(length)),
  });

const degrees = (most: number, error: string) =>
  z.exactOptional(z.nullable(z.number(error).check(z.gte(-most, error), z.lte(most, error))));

const itemFields = {
  /** One of the trip's days. An item that ends past midnight belongs to the day on which it begins. */
  date: z.iso.date({ error: "itinerary.error.date" }),
  kind: z.enum(agendaItemKinds, { error: "itinerary.error.kind" }),
  /** Wall clock in Riga, `HH:MM`. */
  starts: clock("itinerary.error.starts"),
  ends: clock("itinerary.error.ends"),
  /** The end is meant for the day after. */
  endsNextDay: z.exactOptional(z.boolean()),
  title: localized(200, "itinerary.error.title"),
  /** What participants should know. */
  note: z.nullable(localized(2000, "itinerary.error.note")),
  hostId: z.nullable(z.guid({ error: "itinerary.error.host" })),
  placeId: z.nullable(z.guid({ error: "itinerary.error.place" })),
  venue: optional(200),
  address: optional(200),
  /** Of the venue, in degrees: both or none. */
  latitude: degrees(90, "itinerary.error.latitude"),
  longitude: degrees(180, "itinerary.error.longitude"),
  languages: z.exactOptional(z.array(z.enum(heldLanguages))),
  interpretation: optional(200),
  responsible: optional(200),
  internalNote: optional(2000),
  /** In the order in which they are named; of any organisation. */
  speakerIds: z.array(z.guid({ error: "itinerary.error.speaker" })).check(z.maxLength(20)),
};

export const newItem = z.object({ tripId: z.guid(), ...itemFields });

export const changedItem = z.object({
  itemId: z.guid(),
  /** The revision that the person saw; what others changed since is kept or told. */
  revision: z.exactOptional(z.int()),
  ...itemFields,
});

export const itemReference = z.object({ itemId: z.guid() });

/** With the draft's revision that the person saw, where what others did since must not be lost. */
export const seenItem = z.object({ itemId: z.guid(), seen: z.exactOptional(z.int()) });

/** What is edited in place: when, and what it is called. */
export const adjustedItem = z.object({
  itemId: z.guid(),
  revision: z.exactOptional(z.int()),
  starts: itemFields.starts,
  ends: itemFields.ends,
  endsNextDay: itemFields.endsNextDay,
  title: itemFields.title.shape.lv,
});

export type NewItem = z.infer<typeof newItem>;
export type ChangedItem = z.infer<typeof changedItem>;
export type AdjustedItem = z.infer<typeof adjustedItem>;
export type ItemReference = z.infer<typeof itemReference>;
export type SeenItem = z.infer<typeof seenItem>;

/** An item of a draft, by the clock of its day: plain data that browser, database and log share. */
export type ItemState = {
  id: string;
  date: string;
  /** Minutes from the midnight with which `date` begins; `ends` may be past 1440. */
  starts: number;
  ends: number;
  /** Order among items that begin at the same minute. */
  position: number;
  kind: AgendaItemKind;
  title: LocalizedWords;
  note: LocalizedWords | null;
  hostId: string | null;
  placeId: string | null;
  venue: string | null;
  address: string | null;
  latitude: number | null;
  longitude: number | null;
  languages: HeldLanguage[];
  interpretation: string | null;
  responsible: string | null;
  internalNote: string | null;
  speakerIds: string[];
  /** Grows with every change of the item. */
  revision: number;
};
