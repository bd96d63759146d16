import * as z from "zod/mini";

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

const words = (length: number) =>
  z.string().check(z.trim(), z.maxLength(length, { error: "itinerary.error.tooLong" }));

const required = (length: number, error: string) => words(length).check(z.minLength(1, { error }));

const clock = (error: string) => z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error }));

const localized = (length: number, error: string) =>
  z.object({
    lv: required(length, error),
    en: z.exactOptional(words(length)),
    lt: z.exactOptional(words(length)),
  });

const itemFields = {
  /** One of the trip's days. An item that ends past midnight belongs to the day on which it begins. */
  date: z.iso.date({ error: "itinerary.error.date" }),
  kind: z.enum(agendaItemKinds, { error: "itinerary.error.kind" }),
  /** Wall clock in Riga, `HH:MM`. */
  starts: clock("itinerary.error.starts"),
  ends: clock("itinerary.error.ends"),
  title: localized(200, "itinerary.error.title"),
  /** What participants should know. */
  note: z.nullable(localized(2000, "itinerary.error.note")),
  hostId: z.nullable(z.guid({ error: "itinerary.error.host" })),
  placeId: z.nullable(z.guid({ error: "itinerary.error.place" })),
  /** In the order in which they are named. */
  speakerIds: z.array(z.guid({ error: "itinerary.error.speaker" })).check(z.maxLength(20)),
};

export const newItem = z.object({ tripId: z.guid(), ...itemFields });
export const changedItem = z.object({ itemId: z.guid(), ...itemFields });
export const movedItem = z.object({
  itemId: z.guid(),
  direction: z.enum(["earlier", "later"]),
});
export const removedItem = z.object({ itemId: z.guid() });
export const publication = z.object({
  tripId: z.guid(),
  note: required(300, "itinerary.error.publicationNote"),
});

export type NewItem = z.infer<typeof newItem>;
export type ChangedItem = z.infer<typeof changedItem>;
export type MovedItem = z.infer<typeof movedItem>;
export type RemovedItem = z.infer<typeof removedItem>;
export type Publication = z.infer<typeof publication>;

const text = z.object({
  lv: z.string(),
  en: z.exactOptional(z.string()),
  lt: z.exactOptional(z.string()),
});

const itemFacts = z.object({
  kind: z.enum(agendaItemKinds),
  /** ISO moments in UTC; they are told in the clock of Riga. */
  startsAt: z.string(),
  endsAt: z.string(),
  title: text,
  note: z.nullable(text),
  host: z.nullable(text),
  place: z.nullable(z.string()),
  /** Only those whose name may be published. */
  speakers: z.array(z.object({ name: z.string(), role: text })),
});

const dayFacts = z.object({
  date: z.string(),
  /** Where the day's items take place, in their order, each once. */
  places: z.array(z.string()),
  items: z.array(itemFacts),
});

const routePlace = z.object({
  name: z.string(),
  country: z.enum(["LV", "LT"]),
  kind: z.enum(["pickup", "visit"]),
  latitude: z.number(),
  longitude: z.number(),
});

const projectFacts = z.object({
  number: z.string(),
  shortName: z.string(),
  programme: text,
  period: z.enum(["2014-2020", "2021-2027"]),
  fundingStatement: text,
  /** `{organiser}` stands where the organiser's name goes. */
  disclaimer: text,
});

const content = {
  trip: z.object({ slug: z.string(), title: text, aim: text }),
  organiser: text,
  project: z.nullable(projectFacts),
  /** The source names no clock times: every page and paper says so. */
  timesIllustrative: z.boolean(),
  days: z.array(dayFacts),
  /** In order: where people get on, and where the trip goes. */
  route: z.array(routePlace),
};

/** What an itinerary says, without what is known only when it is published. */
export const itineraryContent = z.object(content);

/** What a published version snapshots. Page, paper and map print this and nothing else. */
export const itineraryFacts = z.object({
  number: z.number(),
  note: z.string(),
  /** ISO moment in UTC. */
  publishedAt: z.string(),
  ...content,
});

export type ItemFacts = z.infer<typeof itemFacts>;
export type DayFacts = z.infer<typeof dayFacts>;
export type ItineraryContent = z.infer<typeof itineraryContent>;
export type ItineraryFacts = z.infer<typeof itineraryFacts>;

/** An item as the organiser works on it. */
export type DraftItem = {
  id: string;
  kind: AgendaItemKind;
  position: number;
  startsAt: Date;
  endsAt: Date;
  title: z.infer<typeof text>;
  note: z.infer<typeof text> | null;
  hostId: string | null;
  host: z.infer<typeof text> | null;
  placeId: string | null;
  place: string | null;
  /** `mayBeNamed`: a basis for publishing the name is recorded. */
  speakers: { id: string; name: string; role: z.infer<typeof text>; mayBeNamed: boolean }[];
};

export type Draft = Omit<ItineraryContent, "days"> & {
  days: { date: string; items: DraftItem[] }[];
};
