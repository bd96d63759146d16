import { cache } from "react";
import { readFacts } from "#app/_server/cached.ts";
import { callOf } from "#domain/call/queries.ts";
import { publishedItinerary } from "#domain/itinerary/queries.ts";
import { publishedTrip } from "#domain/trip/queries.ts";

/** All that the page of a trip shows, read once for the page and its title; null when there is no such trip. */
export const readTrip = cache(async (slug: string) =>
  readFacts([`trip:${slug}`], async (actor, now) => {
    const [call, trip, itinerary] = await Promise.all([
      callOf(actor, slug, now),
      publishedTrip(actor, slug),
      publishedItinerary(actor, slug),
    ]);
    return call && trip && itinerary ? { call, trip, itinerary: itinerary.facts, now } : null;
  }),
);
