import { asc, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { place } from "#db/schema/organisation.ts";
import { tripPlace } from "#db/schema/trip.ts";

export type RoutePlace = {
  name: string;
  country: "LV" | "LT";
  kind: "pickup" | "visit";
  latitude: number;
  longitude: number;
};

/** Where a trip begins and goes, in order; whoever asks has seen to it that the trip may be read. */
export const routeOf = (tx: Tx, tripId: string): Promise<RoutePlace[]> =>
  tx
    .select({
      name: place.name,
      country: place.country,
      kind: tripPlace.kind,
      latitude: place.latitude,
      longitude: place.longitude,
    })
    .from(tripPlace)
    .innerJoin(place, eq(place.id, tripPlace.placeId))
    .where(eq(tripPlace.tripId, tripId))
    .orderBy(asc(tripPlace.position));
