import * as z from "zod/mini";
import { agendaItemKinds, heldLanguages } from "#domain/agenda/schema.ts";
import type { DraftItem } from "#domain/draft/schema.ts";

export const publication = z.object({
  tripId: z.guid(),
  note: z
    .string()
    .check(
      z.trim(),
      z.maxLength(300, { error: "itinerary.error.tooLong" }),
      z.minLength(1, { error: "itinerary.error.publicationNote" }),
    ),
});

export type Publication = z.infer<typeof publication>;

const text = z.object({
  lv: z.string(),
  en: z.exactOptional(z.string()),
  lt: z.exactOptional(z.string()),
});

const itemFacts = z.object({
  /** The same in every version, so that what changed can be told item by item. Older versions have none. */
  id: z.exactOptional(z.string()),
  kind: z.enum(agendaItemKinds),
  /** ISO moments in UTC; they are told in the clock of Riga. */
  startsAt: z.string(),
  endsAt: z.string(),
  title: text,
  note: z.nullable(text),
  host: z.nullable(text),
  place: z.nullable(z.string()),
  venue: z.exactOptional(z.string()),
  address: z.exactOptional(z.string()),
  /** In which it is held, where that is another one than the trip's. */
  languages: z.exactOptional(z.array(z.enum(heldLanguages))),
  interpretation: z.exactOptional(z.string()),
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

const logoFacts = z.object({
  sha256: z.string(),
  name: text,
  width: z.number(),
  height: z.number(),
});

const projectFacts = z.object({
  number: z.string(),
  shortName: z.string(),
  programme: text,
  period: z.enum(["2014-2020", "2021-2027"]),
  fundingStatement: text,
  /** `{organiser}` stands where the organiser's name goes. */
  disclaimer: text,
  /** No version keeps any: those of today are shown with it. */
  logos: z._default(z.array(logoFacts), []),
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

export type Draft = Omit<ItineraryContent, "days"> & {
  days: { date: string; items: DraftItem[] }[];
};
